using System.Globalization;
using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Routing.Capacity;

namespace Pipeline.Routing;

/// <summary>
/// How an advisor is stored. Rows of versions that knew no efforts, presence or schedule are read as they were meant: every claim one slot,
/// and present by the column Present, which is still written for them.
/// </summary>
public static class AdvisorRow
{
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
            Channels = row.Text("Channels") is { } channels ? List(channels) : [],
            Capacity = (int)row.Properties["Capacity"],
            Level = Enum.TryParse<AdvisorLevel>(row.Text("Level"), out var level) ? level : null,
            Mentor = row.Text("Mentor"),
            Schedule = row.Text("Schedule") is { } schedule
                ? JsonSerializer.Deserialize(schedule, RoutingJson.Default.HalfDaySchedule)
                : null,
        },
        Presence = new AdvisorPresence(
            Enum.TryParse<PresenceState>(row.Text("Presence"), out var state) ? state
                : (bool)row.Properties["Present"] ? PresenceState.Present : PresenceState.Pause,
            Time(row, "PresenceUntil"),
            Time(row, "HeartbeatAt")),
        Claims = Claims(List(row.Text("Claims")!), row.Text("Efforts"), row.Text("ClaimedAt")),
        ETag = row.ETag,
    };

    /// <summary>The row to write.</summary>
    public static TableRow ToRow(this Advisor advisor)
    {
        var profile = advisor.Profile;
        var properties = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["FirstName"] = profile.FirstName,
            ["Skills"] = Text(profile.Skills.Select(skill => (skill.Key, (double)skill.Value))),
            ["Languages"] = Text(profile.Languages),
            ["Brands"] = Text(profile.Brands),
            ["Capacity"] = profile.Capacity,
            ["Present"] = advisor.Presence.State == PresenceState.Present,
            ["Presence"] = advisor.Presence.State.ToString(),
            ["Claims"] = Text([.. advisor.Claims.Select(claim => claim.Conversation)]),
        };
        Put(properties, "Channels", profile.Channels.Count > 0 ? Text(profile.Channels) : null);
        Put(properties, "Level", profile.Level?.ToString());
        Put(properties, "Mentor", profile.Mentor);
        Put(properties, "Schedule", profile.Schedule is { } schedule ? JsonSerializer.Serialize(schedule, RoutingJson.Default.HalfDaySchedule) : null);
        Put(properties, "PresenceUntil", advisor.Presence.Until);
        Put(properties, "HeartbeatAt", advisor.Presence.HeartbeatAt);

        // Of most conversations the effort is one slot: only the others are named.
        var efforts = Text(advisor.Claims.Where(claim => claim.Effort != 1).Select(claim => (claim.Conversation, claim.Effort)));
        Put(properties, "Efforts", efforts.Length > 0 ? efforts : null);
        var times = Text(advisor.Claims.Where(claim => claim.Since is not null)
            .Select(claim => (claim.Conversation, (double)claim.Since!.Value.ToUnixTimeSeconds())));
        Put(properties, "ClaimedAt", times.Length > 0 ? times : null);
        return new(Advisor.Partition, profile.Id, properties);
    }

    private static AdvisorClaim[] Claims(IReadOnlyList<string> keys, string? efforts, string? claimedAt)
    {
        var (weights, times) = (ByName(efforts), ByName(claimedAt));
        return
        [
            .. keys.Select(key => new AdvisorClaim(
                key,
                weights.GetValueOrDefault(key, 1),
                times.TryGetValue(key, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : null)),
        ];
    }

    private static Dictionary<string, double> ByName(string? text) =>
        text is null ? [] : Numbers(text).ToDictionary(pair => pair.Name, pair => pair.Number, StringComparer.Ordinal);

    private static IReadOnlyList<string> List(string json) =>
        JsonSerializer.Deserialize(json, PipelineJson.Default.IReadOnlyListString)!;

    private static string Text(IReadOnlyList<string> list) => JsonSerializer.Serialize(list, PipelineJson.Default.IReadOnlyListString);

    // Neither skills nor keys of conversations hold a blank; keys may hold a colon, numbers do not.
    private static string Text(IEnumerable<(string Name, double Number)> pairs) => string.Join(' ', pairs
        .OrderBy(pair => pair.Name, StringComparer.Ordinal)
        .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Name}:{pair.Number}")));

    private static Dictionary<string, int> Pairs(string text) =>
        Numbers(text).ToDictionary(pair => pair.Name, pair => (int)pair.Number, StringComparer.Ordinal);

    private static IEnumerable<(string Name, double Number)> Numbers(string text) => text
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => (Pair: pair, Colon: pair.LastIndexOf(':')))
        .Select(at => (at.Pair[..at.Colon], double.Parse(at.Pair.AsSpan(at.Colon + 1), CultureInfo.InvariantCulture)));

    private static DateTimeOffset? Time(TableRow row, string name) =>
        row.Properties.TryGetValue(name, out var value) ? (DateTimeOffset)value : null;

    private static void Put(Dictionary<string, object> properties, string name, object? value)
    {
        if (value is not null)
        {
            properties[name] = value;
        }
    }
}
