namespace Pipeline.Suggestions.Editing;

/// <summary>Something that is wrong with a text.</summary>
/// <param name="Field">The field, named as in JSON and in the columns of CSV.</param>
/// <param name="Problem">What is wrong with it and what would be right.</param>
public sealed record FieldProblem(string Field, string Problem);
