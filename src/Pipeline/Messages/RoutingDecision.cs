namespace Pipeline.Messages;

/// <summary>A reason of a routing decision, in both languages.</summary>
/// <param name="Rule">The rule that gave it.</param>
/// <param name="Weight">What it added to the difficulty.</param>
/// <param name="French">The reason in French.</param>
/// <param name="English">The reason in English.</param>
public sealed record RoutingReason(string Rule, double Weight, string French, string English);

/// <summary>What a conversation needs, decided from its state by the rules.</summary>
public sealed record RoutingDecision
{
    /// <summary>Whether it needs more than a standard script, whatever its tone.</summary>
    public required bool Hard { get; init; }

    /// <summary>The sum of the weights of the rules that held.</summary>
    public required double Difficulty { get; init; }

    /// <summary>The skill it needs, such as <c>billing</c>.</summary>
    public required string Skill { get; init; }

    /// <summary>The least level of that skill: 1 front line, 2 specialist, 3 expert.</summary>
    public required int Level { get; init; }

    /// <summary>Whether somebody or something is at risk within hours.</summary>
    public required bool Urgent { get; init; }

    /// <summary>Whether the customer asked for a person: it is honoured at once, always.</summary>
    public bool WantsPerson { get; init; }

    /// <summary>How soon it is to be answered before any waiting: more points come first (see Routing's QueuePriority).</summary>
    public double Priority { get; init; }

    /// <summary>The points that each minute of waiting adds.</summary>
    public double PriorityPerMinute { get; init; }

    /// <summary>Why, heaviest first.</summary>
    public required IReadOnlyList<RoutingReason> Reasons { get; init; }

    /// <summary>The version of the rules that decided.</summary>
    public required string RulesVersion { get; init; }

    /// <summary>What it was decided from; null in a decision of a version that kept none.</summary>
    public RoutingDecisionInputs? Inputs { get; init; }
}

/// <summary>
/// What a decision was made from: all that the rules can ask, and nothing else. What a customer spends or is worth is not among it, so it
/// cannot matter.
/// </summary>
public sealed record RoutingDecisionInputs
{
    /// <summary>What the conversation is about; null while unknown.</summary>
    public string? Intent { get; init; }

    /// <summary>How often each matter was named.</summary>
    public IReadOnlyDictionary<string, int> Intents { get; init; } = new SortedDictionary<string, int>(StringComparer.Ordinal);

    /// <summary>How often each sign of difficulty was found.</summary>
    public IReadOnlyDictionary<string, int> Signals { get; init; } = new SortedDictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Messages of the customer.</summary>
    public int CustomerMessages { get; init; }

    /// <summary>How many of them in a row, up to the last, were negative.</summary>
    public int NegativeStreak { get; init; }

    /// <summary>What was learned says of it; null where its messages have no scores of this program's model.</summary>
    public LearnedVerdict? Learned { get; init; }

    /// <summary>The path of the page it was opened from; null when not known.</summary>
    public string? EntryPage { get; init; }

    /// <summary>The language (fr, en); und when not known.</summary>
    public string Language { get; init; } = "und";

    /// <summary>The brand.</summary>
    public string Brand { get; init; } = "default";

    /// <summary>The channel.</summary>
    public string Channel { get; init; } = "web";
}
