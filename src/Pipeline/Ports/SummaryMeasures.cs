namespace Pipeline.Ports;

/// <summary>
/// What a closed conversation measured, as far as lists show it: whatever would tell how long one advisor was at it is not among it. Each is
/// defined in docs/indicators.md.
/// </summary>
public sealed record SummaryMeasures
{
    /// <summary>How it ended for the customer.</summary>
    public required ConversationOutcome Outcome { get; init; }

    /// <summary>What became of the suggestions.</summary>
    public required SuggestionUse SuggestionUse { get; init; }

    /// <summary>Whether it was raised: to a higher level, a manager or a formal complaint.</summary>
    public required bool Escalated { get; init; }

    /// <summary>How often it went from one advisor to another.</summary>
    public required int Transfers { get; init; }

    /// <summary>From the customer's first message that only a person could answer to an advisor's first one, seconds; null when none answered.</summary>
    public double? FirstResponseSeconds { get; init; }

    /// <summary>How long the customer waited for answers, all waits together, seconds.</summary>
    public required double WaitSeconds { get; init; }

    /// <summary>How often the customer had to ask nearly the same again.</summary>
    public required int Repeats { get; init; }

    /// <summary>The effort it cost the customer, in points; lower is easier.</summary>
    public required int Effort { get; init; }

    /// <summary>Whether the customer's mood was lifted again for good; null when it never turned.</summary>
    public bool? Repaired { get; init; }

    /// <summary>How a complaint was treated whatever came of it, 0 to 100; null when nobody complained, or no advisor answered.</summary>
    public double? ComplaintTreatment { get; init; }

    /// <summary>The phase of the customer's journey.</summary>
    public required string Phase { get; init; }

    /// <summary>Whether a bot answered, no advisor did, and the customer asked for no person.</summary>
    public required bool SelfService { get; init; }

    /// <summary>The part of the measures that lists show.</summary>
    public static SummaryMeasures Of(ConversationMeasures measures) => new()
    {
        Outcome = measures.Outcome,
        SuggestionUse = measures.SuggestionUse,
        Escalated = measures.Escalated,
        Transfers = measures.Transfers,
        FirstResponseSeconds = measures.FirstResponseSeconds,
        WaitSeconds = measures.WaitSeconds,
        Repeats = measures.Repeats,
        Effort = measures.Effort,
        Repaired = measures.Repaired,
        ComplaintTreatment = measures.ComplaintTreatment,
        Phase = measures.Phase,
        SelfService = measures.SelfService,
    };
}
