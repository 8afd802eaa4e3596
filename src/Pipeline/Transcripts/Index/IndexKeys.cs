using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Index;

/// <summary>
/// The keys of the index. All rows of a conversation lie in one partition, its bucket, so that they change together, in one transaction. In it
/// each has its facet before its place (<see cref="NewestFirst"/>): so the rows of a facet's value lie side by side, newest first, and those of all
/// facets in the same order. The buckets keep a partition from being hot (Table storage takes 2,000 rows a second in one).
/// </summary>
public static class IndexKeys
{
    /// <summary>How many buckets there are: 8,000 rows a second, some 400 closes. Changing it needs a re-index into an empty table.</summary>
    public const int Buckets = 4;

    /// <summary>The facet that every conversation has; its row holds the summary, the other facets' rows hold nothing.</summary>
    public const string All = "all";

    /// <summary>The prefix of the rows that tell which others stand, one a conversation.</summary>
    public const string EntryPrefix = "entry~";

    // A place begins with a digit.
    private const string AfterAll = ":";

    /// <summary>Every bucket.</summary>
    public static IReadOnlyList<string> Partitions { get; } = [.. Enumerable.Range(0, Buckets).Select(Partition)];

    /// <summary>The bucket of a conversation.</summary>
    public static string PartitionOf(string conversationKey) => Partitions[(int)(StableHash.Of(conversationKey) % Buckets)];

    /// <summary>The row that tells which others of a conversation stand.</summary>
    public static string Entry(string conversationKey) => EntryPrefix + conversationKey;

    /// <summary>The row of a conversation under a facet.</summary>
    /// <param name="facet">The facet with its value: see <see cref="Facets"/>.</param>
    /// <param name="place">The conversation's place: see <see cref="NewestFirst"/>.</param>
    public static string RowKey(string facet, string place) => $"{facet}~{place}";

    /// <summary>The rows that tell which others stand, of a bucket.</summary>
    public static TableQuery Entries(string partition) => new(partition, EntryPrefix, "entrz");

    /// <summary>The rows of a facet's value, from a place on.</summary>
    /// <param name="partition">The bucket.</param>
    /// <param name="facet">The facet with its value.</param>
    /// <param name="from">The first place; null for the newest.</param>
    /// <param name="before">The place before which they end; null for the oldest.</param>
    public static TableQuery Query(string partition, string facet, string? from = null, string? before = null) =>
        new(partition, RowKey(facet, from ?? ""), RowKey(facet, before ?? AfterAll));

    /// <summary>The conversation of a place.</summary>
    public static string ConversationOf(string place) => place[(NewestFirst.TimeLength + 1)..];

    /// <summary>
    /// The boundary at a time: the places of conversations that started at it or after it come before, those of older ones at it or after.
    /// </summary>
    public static string Boundary(DateTimeOffset time) =>
        (DateTimeOffset.MaxValue.UtcTicks - time.UtcTicks + 1).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>The place right after another one: a space sorts before all that a key may go on with.</summary>
    public static string Next(string place) => place + " ";

    /// <summary>The keyed hash of a customer: HMAC-SHA256, first 16 bytes, hexadecimal.</summary>
    public static string CustomerHash(string platform, string customerId, string key) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{platform}\0{customerId}")).AsSpan(0, 16));

    private static string Partition(int bucket) => string.Create(CultureInfo.InvariantCulture, $"bucket~{bucket}");
}
