using System.Text.Json.Serialization;

namespace Pipeline.Ports;

/// <summary>What a closed conversation measured. Each is defined, with worked examples, in docs/indicators.md.</summary>
public sealed record ConversationMeasures
{
    /// <summary>How it ended for the customer.</summary>
    public required ConversationOutcome Outcome { get; init; }

    /// <summary>What became of the suggestions.</summary>
    public required SuggestionUse SuggestionUse { get; init; }

    /// <summary>Whether it was raised: to a higher level, a manager or a formal complaint.</summary>
    public required bool Escalated { get; init; }

    /// <summary>How often it went from one advisor to another.</summary>
    public required int Transfers { get; init; }

    /// <summary>From the customer's first message to the first one of an advisor (never a bot's), seconds; null when none answered.</summary>
    public double? FirstResponseSeconds { get; init; }

    /// <summary>How long the customer waited for answers, all waits together, seconds.</summary>
    public double WaitSeconds { get; init; }
}

/// <summary>How a conversation ended for the customer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConversationOutcome>))]
public enum ConversationOutcome
{
    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>The need was met when the text ends.</summary>
    Resolved,

    /// <summary>An advisor answered, and the need was not met.</summary>
    Unresolved,

    /// <summary>No advisor ever answered.</summary>
    Unanswered,
}

/// <summary>What became of the suggestions of a conversation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SuggestionUse>))]
public enum SuggestionUse
{
    /// <summary>Nothing was suggested, or nothing shown.</summary>
    None,

    /// <summary>Shown and not used.</summary>
    Shown,

    /// <summary>At least one was used as it was.</summary>
    Used,

    /// <summary>At least one was used, each after a change.</summary>
    Edited,
}
