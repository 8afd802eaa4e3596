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

    /// <summary>The rules.</summary>
    public required IReadOnlyList<RoutingRule> Rules { get; init; }
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

    /// <summary>Whether somebody or something is at risk within hours.</summary>
    public bool Urgent { get; init; }

    /// <summary>The reason in French.</summary>
    public required string French { get; init; }

    /// <summary>The reason in English.</summary>
    public required string English { get; init; }
}

/// <summary>A condition on the state of a conversation.</summary>
public sealed record RoutingCondition
{
    /// <summary>A sign that was found in the customer's messages.</summary>
    public string? Signal { get; init; }

    /// <summary>How often it must have been found; 1 unless said.</summary>
    // A plain setter: the source-generated reader gives an absent init-only property its type's default, not this one.
    public int AtLeast { get; set; } = 1;

    /// <summary>The conversation is about one of these.</summary>
    public IReadOnlyList<string>? IntentAmong { get; init; }

    /// <summary>So many different matters were raised, of those that have a skill.</summary>
    public int? DistinctIntents { get; init; }

    /// <summary>So many of the customer's messages in a row were negative.</summary>
    public int? NegativeStreak { get; init; }
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
internal sealed partial class RoutingJson : JsonSerializerContext;
