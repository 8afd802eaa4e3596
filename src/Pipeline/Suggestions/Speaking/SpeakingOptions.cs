using Pipeline.Messages;

namespace Pipeline.Suggestions.Speaking;

/// <summary>When suggestions are shown, from the configuration section <c>Suggestions:Speaking</c>.</summary>
public sealed class SpeakingOptions
{
    /// <summary>The level of an advisor whose level nobody said, and of a conversation that has no advisor yet.</summary>
    public AdvisorLevel DefaultLevel { get; set; } = AdvisorLevel.Confirmed;

    /// <summary>What novices are shown.</summary>
    public LevelOptions Novice { get; set; } = new() { MinimumScore = 0.1, MaxSuggestions = 3 };

    /// <summary>What confirmed advisors are shown.</summary>
    public LevelOptions Confirmed { get; set; } = new() { MinimumScore = 0.1, MaxSuggestions = 3 };

    /// <summary>What experts are shown: little, and only what is surer. Help that is wrong costs them quality (docs/suggestions-feedback.md).</summary>
    public LevelOptions Expert { get; set; } = new() { MinimumScore = 0.4, MaxSuggestions = 1 };

    /// <summary>The share of conversations, 0 to 0.5, in which nothing is shown, so that what suggestions bring can be measured.</summary>
    public double HoldOut { get; set; }

    /// <summary>How long a customer waits for an answer before a holding phrase is offered; zero never offers one.</summary>
    public TimeSpan SilenceAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an advisor who was said to be writing counts as writing.</summary>
    public TimeSpan WritingFor { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>What a level is shown.</summary>
    public LevelOptions Of(AdvisorLevel? level) => (level ?? DefaultLevel) switch
    {
        AdvisorLevel.Novice => Novice,
        AdvisorLevel.Expert => Expert,
        _ => Confirmed,
    };
}

/// <summary>How much an advisor of one level is shown.</summary>
public sealed class LevelOptions
{
    /// <summary>The score, 0 to 1, under which nothing is shown; never less than <see cref="SuggestionOptions.MinimumScore"/>.</summary>
    public double MinimumScore { get; set; }

    /// <summary>The most suggestions, 0 to 3; never more than <see cref="SuggestionOptions.MaxSuggestions"/>.</summary>
    public int MaxSuggestions { get; set; }
}
