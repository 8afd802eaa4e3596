namespace Pipeline.Web.Access;

/// <summary>
/// Registered by a host that only its own machine can reach and that has no keys: whoever asks may do everything. A host that does not
/// register it refuses callers while no keys are configured.
/// </summary>
public sealed class OpenAccess;
