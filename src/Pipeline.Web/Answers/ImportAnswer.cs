namespace Pipeline.Web.Answers;

/// <summary>What an import did, or would do.</summary>
/// <param name="Added">How many texts are new.</param>
/// <param name="Changed">How many have a new version.</param>
/// <param name="Unchanged">How many stay as they are.</param>
/// <param name="CheckOnly">Whether nothing was written.</param>
public sealed record ImportAnswer(int Added, int Changed, int Unchanged, bool CheckOnly);
