using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Index;

/// <summary>The row of a conversation that holds its summary, a column each, so that a list needs no second read.</summary>
public static class SummaryRow
{
    /// <summary>The row of a summary.</summary>
    public static TableRow From(ConversationSummary summary) => new(
        IndexKeys.PartitionOf(summary.Key), IndexKeys.RowKey(IndexKeys.All, NewestFirst.Of(summary.StartedAt, summary.Key)), Columns(summary));

    /// <summary>The summary of a row.</summary>
    public static ConversationSummary Read(TableRow row) => new()
    {
        Key = row.Text("Key")!,
        StartedAt = (DateTimeOffset)row.Properties["StartedAt"],
        ClosedAt = Value<DateTimeOffset>(row, "ClosedAt"),
        Platform = row.Text("Platform")!,
        Brand = row.Text("Brand")!,
        Channel = row.Text("Channel")!,
        Language = row.Text("Language")!,
        CustomerFirstName = row.Text("CustomerFirstName"),
        Intent = row.Text("Intent"),
        Hard = (bool)row.Properties["Hard"],
        Urgent = (bool)row.Properties["Urgent"],
        Skill = row.Text("Skill"),
        AdvisorId = row.Text("AdvisorId"),
        StartEmotion = Named<Emotion>(row, "StartEmotion"),
        WorstEmotion = Named<Emotion>(row, "WorstEmotion"),
        EndEmotion = Named<Emotion>(row, "EndEmotion"),
        TriggerCause = Named<TriggerCause>(row, "TriggerCause"),
        Arc = Named<ConversationArc>(row, "Arc"),
        Thanked = Value<bool>(row, "Thanked"),
        Messages = Value<int>(row, "Messages"),
        Rating = Value<int>(row, "Rating"),
        EntryKind = Named<EntryKind>(row, "EntryKind"),
        HardReason = row.Text("HardReason"),
        Measures = MeasureColumns.Read(row),
    };

    internal static T? Value<T>(TableRow row, string name)
        where T : struct => row.Properties.TryGetValue(name, out var value) ? (T)value : null;

    internal static void Put(Dictionary<string, object> properties, string name, object? value)
    {
        if (value is not null)
        {
            properties[name] = value;
        }
    }

    private static T? Named<T>(TableRow row, string name)
        where T : struct, Enum => row.Text(name) is { } value ? Enum.Parse<T>(value) : null;

    private static Dictionary<string, object> Columns(ConversationSummary summary)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Key"] = summary.Key,
            ["StartedAt"] = summary.StartedAt,
            ["Platform"] = summary.Platform,
            ["Brand"] = summary.Brand,
            ["Channel"] = summary.Channel,
            ["Language"] = summary.Language,
            ["Hard"] = summary.Hard,
            ["Urgent"] = summary.Urgent,
        };
        Put(properties, "ClosedAt", summary.ClosedAt);
        Put(properties, "CustomerFirstName", summary.CustomerFirstName);
        Put(properties, "Intent", summary.Intent);
        Put(properties, "Skill", summary.Skill);
        Put(properties, "AdvisorId", summary.AdvisorId);
        Put(properties, "StartEmotion", summary.StartEmotion?.ToString());
        Put(properties, "WorstEmotion", summary.WorstEmotion?.ToString());
        Put(properties, "EndEmotion", summary.EndEmotion?.ToString());
        Put(properties, "TriggerCause", summary.TriggerCause?.ToString());
        Put(properties, "Arc", summary.Arc?.ToString());
        Put(properties, "Thanked", summary.Thanked);
        Put(properties, "Messages", summary.Messages);
        Put(properties, "Rating", summary.Rating);
        Put(properties, "EntryKind", summary.EntryKind?.ToString());
        Put(properties, "HardReason", summary.HardReason);
        if (summary.Measures is { } measures)
        {
            MeasureColumns.Put(properties, measures);
        }

        return properties;
    }
}
