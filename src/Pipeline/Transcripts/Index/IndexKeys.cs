using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Index;

/// <summary>The place of an index row.</summary>
/// <param name="PartitionKey">The facet and its value, in a bucket.</param>
/// <param name="RowKey">Newest first.</param>
public readonly record struct IndexKey(string PartitionKey, string RowKey);

/// <summary>
/// The keys of the index: a conversation has one row for each facet by which it is looked for. Facets that many conversations share are
/// spread over buckets, so that no partition is hot (Table storage takes 2,000 entities a second in one). While it is open, a conversation is
/// found by its day and as open; the other facets, of which some may change with any message, it gets when it is closed.
/// </summary>
public static class IndexKeys
{
    /// <summary>How many buckets a shared facet has: 8,000 new conversations a second. Changing it needs a re-index.</summary>
    public const int Buckets = 4;

    /// <summary>The facet of open conversations, which the timers go through.</summary>
    public const string Open = "open";

    /// <summary>The partitions of a shared facet's value.</summary>
    public static IEnumerable<string> Partitions(string facet, string value) =>
        Enumerable.Range(0, Buckets).Select(bucket => Partition(facet, value, bucket));

    /// <summary>How a day is written as a facet's value.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Where the rows of a conversation stand.</summary>
    /// <param name="summary">The conversation.</param>
    /// <param name="customerId">The platform's id of the customer; null when not known.</param>
    /// <param name="customerHashKey">See <see cref="TranscriptOptions.CustomerHashKey"/>.</param>
    public static IReadOnlyList<IndexKey> Of(ConversationSummary summary, string? customerId, string? customerHashKey)
    {
        var bucket = (int)(StableHash.Of(summary.Key) % Buckets);
        var row = NewestFirst(summary);
        var keys = new List<IndexKey>
        {
            new(Partition("day", Day(DateOnly.FromDateTime(summary.StartedAt.UtcDateTime)), bucket), row),
        };
        if (summary.ClosedAt is null)
        {
            keys.Add(new(Partition(Open, "all", bucket), summary.Key));
        }
        else
        {
            AddShared(keys, "skill", summary.Skill, bucket, row);
            AddShared(keys, "reason", summary.Intent, bucket, row);
            AddShared(keys, "emotion", summary.WorstEmotion?.ToString(), bucket, row);
            if (summary.AdvisorId is { } advisor)
            {
                keys.Add(new($"advisor~{ConversationKeys.Safe(advisor)}", row));
            }

            if (customerId is not null && !string.IsNullOrEmpty(customerHashKey))
            {
                keys.Add(new(CustomerPartition(summary.Platform, customerId, customerHashKey), row));
            }
        }

        return keys;
    }

    /// <summary>Whether it is the place of an open conversation.</summary>
    public static bool IsOpen(IndexKey key) => key.PartitionKey.StartsWith(Open + "~", StringComparison.Ordinal);

    /// <summary>The partition of a customer's closed conversations.</summary>
    public static string CustomerPartition(string platform, string customerId, string key) =>
        $"customer~{CustomerHash(platform, customerId, key)}";

    /// <summary>The keyed hash of a customer: HMAC-SHA256, first 16 bytes, hexadecimal.</summary>
    public static string CustomerHash(string platform, string customerId, string key) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{platform}\0{customerId}")).AsSpan(0, 16));

    private static void AddShared(List<IndexKey> keys, string facet, string? value, int bucket, string row)
    {
        if (value is not null)
        {
            keys.Add(new(Partition(facet, value, bucket), row));
        }
    }

    private static string Partition(string facet, string value, int bucket) =>
        string.Create(CultureInfo.InvariantCulture, $"{facet}~{ConversationKeys.Safe(value)}~{bucket}");

    // Ticks counted down from the last moment a date can hold: ordinal order is then newest first.
    private static string NewestFirst(ConversationSummary summary) => string.Create(
        CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - summary.StartedAt.UtcTicks:D19}~{summary.Key}");
}
