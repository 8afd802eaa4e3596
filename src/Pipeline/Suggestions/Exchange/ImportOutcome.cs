namespace Pipeline.Suggestions.Exchange;

/// <summary>What an import did, or would do.</summary>
/// <param name="Added">How many texts are new.</param>
/// <param name="Changed">How many have a new version.</param>
/// <param name="Unchanged">How many stay as they are.</param>
/// <param name="Problems">What is wrong with the file, by row; with any, nothing is imported.</param>
/// <param name="Interrupted">Whether somebody changed a text while it was written: the file must be imported again, which does what is left.</param>
public sealed record ImportOutcome(
    int Added, int Changed, int Unchanged, IReadOnlyList<ImportProblem> Problems, bool Interrupted = false);
