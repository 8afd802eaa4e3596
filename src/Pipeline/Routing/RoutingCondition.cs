namespace Pipeline.Routing;

/// <summary>A condition on a conversation: it holds when all that is given does.</summary>
public sealed record RoutingCondition
{
    /// <summary>A sign that was found (<see cref="Messages.SignalNames"/>).</summary>
    public string? Signal { get; init; }

    /// <summary>How often it must have been found; 1 unless said.</summary>
    // A plain setter: the source-generated reader gives an absent init-only property its type's default, not this one.
    public int AtLeast { get; set; } = 1;

    /// <summary>One of these signs was found.</summary>
    public IReadOnlyList<string>? SignalAmong { get; init; }

    /// <summary>None of these signs was found.</summary>
    public IReadOnlyList<string>? NoSignalAmong { get; init; }

    /// <summary>The conversation is about one of these.</summary>
    public IReadOnlyList<string>? IntentAmong { get; init; }

    /// <summary>So many different matters were raised, of those that have a skill.</summary>
    public int? DistinctIntents { get; init; }

    /// <summary>
    /// The customer wrote so many messages, and none named a matter that has a skill. The library is searched by matter: it has no good
    /// suggestion for such a conversation.
    /// </summary>
    public int? WithoutMatter { get; init; }

    /// <summary>So many of the customer's messages in a row were negative.</summary>
    public int? NegativeStreak { get; init; }

    /// <summary>The brand is one of these.</summary>
    public IReadOnlyList<string>? BrandAmong { get; init; }

    /// <summary>The channel is one of these.</summary>
    public IReadOnlyList<string>? ChannelAmong { get; init; }

    /// <summary>The learned difficulty is at least this, 0 to 1; never where a conversation has no scores.</summary>
    public double? LearnedDifficulty { get; init; }

    /// <summary>The learned urgency is at least this, 0 to 1; never where a conversation has no scores.</summary>
    public double? LearnedUrgency { get; init; }

    /// <summary>Whether it asks what was learned.</summary>
    internal bool AsksLearned => LearnedDifficulty is not null || LearnedUrgency is not null;

    /// <summary>Whether it names nothing, and so would always hold.</summary>
    internal bool IsEmpty => this is
    {
        Signal: null, SignalAmong: null, NoSignalAmong: null, IntentAmong: null, DistinctIntents: null, WithoutMatter: null,
        NegativeStreak: null, LearnedDifficulty: null, LearnedUrgency: null, BrandAmong: null, ChannelAmong: null,
    };
}
