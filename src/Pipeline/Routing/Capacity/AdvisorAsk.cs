namespace Pipeline.Routing.Capacity;

/// <summary>What is asked when an advisor is chosen for a conversation.</summary>
/// <param name="Conversation">Its key. A place it already holds counts as free.</param>
/// <param name="Need">What it needs.</param>
public sealed record AdvisorAsk(string Conversation, RoutingNeed Need)
{
    /// <summary>How much of an advisor's capacity it takes, in slots.</summary>
    public double Effort { get; init; } = 1;

    /// <summary>The channel; null asks for none.</summary>
    public string? Channel { get; init; }

    /// <summary>The advisor who has it now: keeps it if they can; null for nobody.</summary>
    public string? Holder { get; init; }

    /// <summary>The advisor whom the customer had before: gets it if present and under capacity; null for nobody.</summary>
    public string? Former { get; init; }

    /// <summary>An advisor from whom it was taken away, for they were silent: only if nobody else can; null for nobody.</summary>
    public string? Avoid { get; init; }

    /// <summary>
    /// Whether a place that it holds already is kept, which a run that stopped may have claimed. Not when past decisions are gone through again: who
    /// was chosen then must not depend on what was claimed since.
    /// </summary>
    public bool KeepsClaim { get; init; }

    /// <summary>Who may take it; null for who has the skill at the level needed or above.</summary>
    public AdvisorPool? Pool { get; init; }
}
