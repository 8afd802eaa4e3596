using System.Text.Json.Serialization;

namespace Pipeline.Routing;

/// <summary>The rules of routing: data, edited without a new version of the program.</summary>
public sealed record RoutingRules
{
    /// <summary>Names this set of rules in every decision it makes.</summary>
    public required string Version { get; init; }

    /// <summary>A conversation is hard when the weights of the rules that hold add up to this or more.</summary>
    public required double HardAt { get; init; }

    /// <summary>The skill when neither a rule nor the intent names one.</summary>
    public required string DefaultSkill { get; init; }

    /// <summary>The skill for each intent.</summary>
    public required IReadOnlyDictionary<string, string> SkillByIntent { get; init; }

    /// <summary>
    /// The skill for entry pages: by the beginning of their path (<c>/support/tv</c>), or by a word anywhere in it (<c>*/tv</c>). See
    /// <see cref="Difficulty.EntryPage"/> and <see cref="Difficulty.SkillChoice"/>.
    /// </summary>
    // Plain setters: the source-generated reader gives an absent init-only property its type's default, not this one.
    public IReadOnlyDictionary<string, string> SkillByPage { get; set; } = new Dictionary<string, string>();

    /// <summary>The levels by difficulty, ascending; null for the specialist from <see cref="HardAt"/> on.</summary>
    public IReadOnlyList<LevelBand>? Levels { get; init; }

    /// <summary>Who comes first.</summary>
    public PriorityWeights Priority { get; set; } = new();

    /// <summary>What part the learned verdict has; null for none.</summary>
    public LearnedSettings? Learned { get; init; }

    /// <summary>The rules.</summary>
    public required IReadOnlyList<RoutingRule> Rules { get; init; }

    /// <summary>The levels that hold.</summary>
    [JsonIgnore]
    public IReadOnlyList<LevelBand> Bands => Levels ?? [new LevelBand { Level = 2, From = HardAt }];
}

/// <summary>One sign of difficulty.</summary>
public sealed record RoutingRule
{
    /// <summary>Names the rule in reasons.</summary>
    public required string Name { get; init; }

    /// <summary>When it holds: every condition that is given.</summary>
    public required RoutingCondition When { get; init; }

    /// <summary>What it adds to the difficulty, 0 or more.</summary>
    public double Weight { get; init; }

    /// <summary>The skill it asks for; of several the rule with the greatest weight decides, then the first one. Null asks for none.</summary>
    public string? Skill { get; init; }

    /// <summary>Its skill gives way to that of the entry page when the page names one of these; null or empty: never.</summary>
    public IReadOnlyList<string>? UnlessPage { get; init; }

    /// <summary>Whether somebody or something is at risk within hours.</summary>
    public bool Urgent { get; init; }

    /// <summary>Whether it stands against what was learned: its weight, its skill and its urgency hold in full.</summary>
    public bool Certain { get; init; }

    /// <summary>Whether the customer asks for a person, which is honoured at once.</summary>
    public bool WantsPerson { get; init; }

    /// <summary>The least level it asks for; 1 unless said.</summary>
    // A plain setter: the source-generated reader gives an absent init-only property its type's default, not this one.
    public int LeastLevel { get; set; } = LevelBand.FrontLine;

    /// <summary>The reason in French.</summary>
    public required string French { get; init; }

    /// <summary>The reason in English.</summary>
    public required string English { get; init; }
}

/// <summary>From some difficulty on, a conversation needs this level.</summary>
public sealed record LevelBand
{
    /// <summary>What every conversation needs at least.</summary>
    public const int FrontLine = 1;

    /// <summary>The highest level there is.</summary>
    public const int Highest = 3;

    /// <summary>The level: 2 specialist, 3 expert.</summary>
    public required int Level { get; init; }

    /// <summary>The least difficulty.</summary>
    public required double From { get; init; }
}

/// <summary>What decides who comes first. Points: one is as much as a minute of waiting, unless <see cref="PerMinute"/> says otherwise.</summary>
public sealed record PriorityWeights
{
    /// <summary>For who or what is at risk within hours.</summary>
    public double Urgent { get; set; } = 60;

    /// <summary>For who asks for a person.</summary>
    public double WantsPerson { get; set; } = 5;

    /// <summary>For each point of difficulty.</summary>
    public double PerDifficulty { get; set; } = 5;

    /// <summary>The difficulty from which on more changes nothing.</summary>
    public double MostDifficulty { get; set; } = 3;

    /// <summary>For each minute of waiting.</summary>
    public double PerMinute { get; set; } = 1;
}

/// <summary>How the rules are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = System.Text.Json.JsonCommentHandling.Disallow,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RoutingRules))]
[JsonSerializable(typeof(IReadOnlyList<AdvisorSeed>))]
[JsonSerializable(typeof(Capacity.HalfDaySchedule))]
[JsonSerializable(typeof(Calendars.CalendarRules))]
[JsonSerializable(typeof(Capacity.CapacityRules))]
internal sealed partial class RoutingJson : JsonSerializerContext
{
    private static RoutingJson? _compact;

    /// <summary>For rows, whose length is bounded: nobody reads them there.</summary>
    public static RoutingJson Compact => _compact ??= new(new System.Text.Json.JsonSerializerOptions(Default.Options)
    {
        WriteIndented = false,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
