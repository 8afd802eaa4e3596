using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Review;

/// <summary>
/// Where reviews and annotations stand. Their content lies in the partition of their conversation, and is erased with it. The table Reviews only says
/// where to look: by advisor, reviewer and week, without a word of the content.
/// </summary>
internal static class ReviewRows
{
    public const string ReviewPrefix = "review-";
    public const string AnnotationPrefix = "annotation-";

    private const int Chunk = 30_000;

    public static TableRow Row<T>(string partition, string key, T value, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.Serialize(value, type);
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        for (var (start, part) = (0, 1); start < json.Length; start += Chunk, part++)
        {
            properties[$"Json{part}"] = json[start..Math.Min(json.Length, start + Chunk)];
        }

        return new(partition, key, properties);
    }

    public static T Read<T>(TableRow row, JsonTypeInfo<T> type)
    {
        var json = row.Text("Json1")!;
        for (var part = 2; row.Text($"Json{part}") is { } more; part++)
        {
            json += more;
        }

        return JsonSerializer.Deserialize(json, type)!;
    }

    /// <summary>The places in the table Reviews that lead to a review: a pure function of what never changes in it.</summary>
    public static IEnumerable<TableRow> Pointers(ConversationReview review)
    {
        var key = $"{NewestFirst.Of(review.CreatedAt, review.ConversationKey)}~{review.Id}";
        List<string> partitions = [ReviewerPartition(review.Reviewer), WeekPartition(review.CreatedAt)];
        if (review is { AdvisorId: { } advisor, CalibrationId: null })
        {
            partitions.Add(AdvisorPartition(advisor));
        }

        return partitions.Select(partition => new TableRow(partition, key, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Conversation"] = review.ConversationKey,
            ["Review"] = review.Id,
        }));
    }

    public static string AdvisorPartition(string advisorId) => $"advisor~{ConversationKeys.Safe(advisorId)}";

    public static string ReviewerPartition(string name) => $"reviewer~{ConversationKeys.Safe(name)}";

    public static string WeekPartition(DateTimeOffset at) => $"week~{IsoWeek.Of(at)}";
}
