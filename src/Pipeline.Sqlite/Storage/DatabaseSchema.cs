namespace Pipeline.Sqlite.Storage;

/// <summary>What a database file of ours looks like.</summary>
/// <param name="FileName">The name of the file in the data folder.</param>
/// <param name="ApplicationId">The <c>application_id</c> that marks the file as ours.</param>
/// <param name="Version">The <c>user_version</c> of this layout.</param>
/// <param name="Pragmas">Settings of a new connection.</param>
/// <param name="Tables">The statements that make the tables.</param>
/// <param name="Upgrade">The statements that make a file of the version before one of this version; null where there was none.</param>
internal sealed record DatabaseSchema(
    string FileName, int ApplicationId, int Version, string Pragmas, string Tables, string? Upgrade = null);
