using System.Text.Json.Serialization;
using Pipeline.Messages;
using Pipeline.Routing.Capacity;

namespace Pipeline.Routing;

/// <summary>Who an advisor is and what they can do, as the seed file and the API name it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AdvisorSeed
{
    /// <summary>The id, as the platforms know it.</summary>
    public required string Id { get; init; }

    /// <summary>The first name.</summary>
    public required string FirstName { get; init; }

    /// <summary>The level of each skill: 1 front line, 2 specialist, 3 expert.</summary>
    public required IReadOnlyDictionary<string, int> Skills { get; init; }

    /// <summary>The languages (fr, en).</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The brands; empty for all.</summary>
    // Plain setters: the source-generated reader gives an absent init-only property its type's default, not this one.
    public IReadOnlyList<string> Brands { get; set; } = [];

    /// <summary>The channels; empty for all.</summary>
    public IReadOnlyList<string> Channels { get; set; } = [];

    /// <summary>How many ordinary conversations at once; three unless said, the practice of the founding interview (docs/architecture.md).</summary>
    public int Capacity { get; set; } = 3;

    /// <summary>How experienced they are (novice, confirmed, expert); null leaves it to the setting Suggestions:Speaking:DefaultLevel.</summary>
    public AdvisorLevel? Level { get; set; }

    /// <summary>The id of the advisor who helps them while they learn: a novice is given level 3 only while this one is present; null for nobody.</summary>
    public string? Mentor { get; set; }

    /// <summary>Which half-days of the week they give to chat; null for all.</summary>
    public HalfDaySchedule? Schedule { get; set; }
}
