namespace Pipeline.Training.Rescoring;

/// <summary>A field that changed.</summary>
/// <param name="Field">The field.</param>
/// <param name="From">What is stored; null for nothing.</param>
/// <param name="To">What the candidate says; null for nothing.</param>
internal sealed record FieldChange(string Field, string? From, string? To)
{
    /// <summary>The field of a valence, whose values are numbers.</summary>
    public const string Valence = "valence";
}
