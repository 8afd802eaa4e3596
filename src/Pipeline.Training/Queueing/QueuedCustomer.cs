using Pipeline.Messages;
using Pipeline.Routing.Capacity;

namespace Pipeline.Training.Queueing;

/// <summary>A customer of a simulated day: all of it is drawn before the day begins, so that every policy meets the same customers.</summary>
internal sealed class QueuedCustomer
{
    /// <summary>When they write, in minutes from the beginning.</summary>
    public required double At { get; init; }

    /// <summary>How long they wait at most, in minutes.</summary>
    public required double Patience { get; init; }

    /// <summary>How long their conversation takes with an advisor who can hold it and is not above capacity, in minutes.</summary>
    public required double Work { get; init; }

    /// <summary>Whether it is hard, really.</summary>
    public required bool Hard { get; init; }

    /// <summary>How much of an advisor it takes, really, in slots.</summary>
    public required double Attention { get; init; }

    /// <summary>Whether it is seen as hard.</summary>
    public required bool SeenHard { get; init; }

    /// <summary>Whether the customer is seen as angry.</summary>
    public required bool SeenAngry { get; init; }

    /// <summary>Whether they had an advisor before.</summary>
    public bool Returning => Former is not null;

    /// <summary>The advisor they had before; null for none.</summary>
    public required string? Former { get; init; }

    /// <summary>What the product knows of it: who can take it, and how soon.</summary>
    public required WaitingEntry Entry { get; init; }

    /// <summary>The key of the conversation.</summary>
    public string Key => Entry.Ask.Conversation;

    /// <summary>The brand.</summary>
    public string Brand => Entry.Ask.Need.Brand;

    /// <summary>The language.</summary>
    public string Language => Entry.Ask.Need.Language;

    /// <summary>The decision it is lined up by.</summary>
    public RoutingDecision Decision => Entry.Decision;
}
