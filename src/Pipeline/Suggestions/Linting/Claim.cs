namespace Pipeline.Suggestions.Linting;

/// <summary>Something a sentence states that another could deny.</summary>
/// <param name="Kind">What it is about: cost, possible, or a unit such as day.</param>
/// <param name="Value">What it says: yes or no, or the number.</param>
/// <param name="Subject">The other words of the sentence and its slots: what it says it of.</param>
internal sealed record Claim(string Kind, string Value, IReadOnlySet<string> Subject)
{
    /// <summary>Two sentences that share so much of the shorter one's words speak of the same thing.</summary>
    private const double SameSubject = 0.6;

    /// <summary>Whether another says otherwise of the same thing.</summary>
    public bool Denies(Claim other)
    {
        if (Kind != other.Kind || Value == other.Value)
        {
            return false;
        }

        var least = Math.Min(Subject.Count, other.Subject.Count);
        return least > 0 && Subject.Count(other.Subject.Contains) >= SameSubject * least;
    }
}
