namespace Pipeline.Suggestions.Exchange;

/// <summary>Something that keeps a file from being imported.</summary>
/// <param name="Row">The row: in CSV as a spreadsheet counts them, the header being 1; in JSON the entry's place in the array, from 1.</param>
/// <param name="Field">The column or field; null when it is the row as a whole.</param>
/// <param name="Id">The id of the text in that row; null when it has none.</param>
/// <param name="Problem">What is wrong and what would be right.</param>
public sealed record ImportProblem(int Row, string? Field, string? Id, string Problem);
