using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Routing;

/// <summary>An advisor as the seed file names one.</summary>
public sealed record AdvisorSeed
{
    /// <summary>The id, as the platforms know it.</summary>
    public required string Id { get; init; }

    /// <summary>The first name.</summary>
    public required string FirstName { get; init; }

    /// <summary>The level of each skill: 1 front line, 2 specialist.</summary>
    public required IReadOnlyDictionary<string, int> Skills { get; init; }

    /// <summary>The languages (fr, en).</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The brands; empty for all.</summary>
    // Plain setters: the source-generated reader gives an absent init-only property its type's default, not this one.
    public IReadOnlyList<string> Brands { get; set; } = [];

    /// <summary>How many conversations at once; three unless said, the practice of the founding interview (docs/architecture.md).</summary>
    public int Capacity { get; set; } = 3;

    /// <summary>How experienced they are (novice, confirmed, expert); null leaves it to the setting Suggestions:Speaking:DefaultLevel.</summary>
    public AdvisorLevel? Level { get; set; }
}

/// <summary>An advisor, and the conversations whose place they hold.</summary>
public sealed record Advisor
{
    /// <summary>The partition of all advisors.</summary>
    public const string Partition = "advisors";

    /// <summary>Who it is and what they can do.</summary>
    public required AdvisorSeed Profile { get; init; }

    /// <summary>Whether they take new conversations now.</summary>
    public bool Present { get; init; } = true;

    /// <summary>The keys of the conversations they hold, ordered.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];

    /// <summary>The version of the row.</summary>
    public string? ETag { get; init; }

    /// <summary>Reads a row.</summary>
    public static Advisor Read(TableRow row) => new()
    {
        Profile = new AdvisorSeed
        {
            Id = row.RowKey,
            FirstName = row.Text("FirstName")!,
            Skills = Pairs(row.Text("Skills")!),
            Languages = List(row.Text("Languages")!),
            Brands = List(row.Text("Brands")!),
            Capacity = (int)row.Properties["Capacity"],
            Level = Enum.TryParse<AdvisorLevel>(row.Text("Level"), out var level) ? level : null,
        },
        Present = (bool)row.Properties["Present"],
        Claims = List(row.Text("Claims")!),
        ETag = row.ETag,
    };

    /// <summary>The row to write.</summary>
    public TableRow ToRow()
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["FirstName"] = Profile.FirstName,
            ["Skills"] = string.Join(' ', Profile.Skills.OrderBy(skill => skill.Key, StringComparer.Ordinal)
                .Select(skill => $"{skill.Key}:{skill.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)}")),
            ["Languages"] = JsonSerializer.Serialize(Profile.Languages, PipelineJson.Default.IReadOnlyListString),
            ["Brands"] = JsonSerializer.Serialize(Profile.Brands, PipelineJson.Default.IReadOnlyListString),
            ["Capacity"] = Profile.Capacity,
            ["Present"] = Present,
            ["Claims"] = JsonSerializer.Serialize(Claims, PipelineJson.Default.IReadOnlyListString),
        };
        if (Profile.Level is { } level)
        {
            properties["Level"] = level.ToString();
        }

        return new(Partition, Profile.Id, properties);
    }

    /// <summary>Whether they can take a conversation with this need.</summary>
    public bool CanTake(RoutingNeed need) =>
        Present
        && Profile.Skills.GetValueOrDefault(need.Skill) >= need.Level
        && (need.Language == "und" || Profile.Languages.Contains(need.Language, StringComparer.Ordinal))
        && (Profile.Brands.Count == 0 || Profile.Brands.Contains(need.Brand, StringComparer.Ordinal));

    private static IReadOnlyList<string> List(string json) =>
        JsonSerializer.Deserialize(json, PipelineJson.Default.IReadOnlyListString)!;

    private static Dictionary<string, int> Pairs(string text) => text
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split(':'))
        .ToDictionary(pair => pair[0], pair => int.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
}

/// <summary>What an advisor must have to take a conversation.</summary>
/// <param name="Skill">The skill.</param>
/// <param name="Level">The least level of it.</param>
/// <param name="Language">The customer's language; und asks for none.</param>
/// <param name="Brand">The brand.</param>
public sealed record RoutingNeed(string Skill, int Level, string Language, string Brand)
{
    /// <summary>The ids of the advisors who handed it over, ordered, with blanks between: none of them is chosen. Null for none.</summary>
    public string? Except { get; init; }
}
