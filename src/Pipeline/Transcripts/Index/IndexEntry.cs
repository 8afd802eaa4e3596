using System.Globalization;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Index;

/// <summary>
/// Which rows of a conversation stand in the index. It changes in one batch with them, under its ETag: so of two that index at once, the one that
/// looked first is refused and looks again, and no crash leaves a row that nobody knows of.
/// </summary>
/// <param name="Place">The conversation's place: see <see cref="NewestFirst"/>.</param>
/// <param name="Facets">Its facets with their values, in order.</param>
/// <param name="Digest">A hash of what the row with the summary says.</param>
/// <param name="ETag">The version of the row; null for one to be written.</param>
public sealed record IndexEntry(string Place, IReadOnlyList<string> Facets, string Digest, string? ETag = null)
{
    /// <summary>Whether the rows that stand are those of a closed conversation.</summary>
    public bool IsClosed => !Facets.Contains(Index.Facets.Open);

    /// <summary>The keys of the rows that hold nothing but their key.</summary>
    public IEnumerable<string> FacetRows => Facets.Select(facet => IndexKeys.RowKey(facet, Place));

    /// <summary>The key of the row with the summary.</summary>
    public string SummaryRow => IndexKeys.RowKey(IndexKeys.All, Place);

    /// <summary>What a summary asks for.</summary>
    public static IndexEntry Of(ConversationSummary summary, string? customerHash, TableRow row) => new(
        NewestFirst.Of(summary.StartedAt, summary.Key),
        [.. Index.Facets.Of(summary, customerHash).Order(StringComparer.Ordinal)],
        DigestOf(row));

    /// <summary>Reads a row.</summary>
    public static IndexEntry Read(TableRow row) => new(row.Text("Place")!, row.Text("Facets")!.Split('\n'), row.Text("Digest")!, row.ETag);

    /// <summary>Whether another one names the same rows with the same content.</summary>
    public bool SaysAs(IndexEntry? other) => other is not null && Place == other.Place && Digest == other.Digest && Facets.SequenceEqual(other.Facets);

    /// <summary>The row to write.</summary>
    public TableRow ToRow(string conversationKey) => new(
        IndexKeys.PartitionOf(conversationKey),
        IndexKeys.Entry(conversationKey),
        new Dictionary<string, object>(StringComparer.Ordinal) { ["Place"] = Place, ["Facets"] = string.Join('\n', Facets), ["Digest"] = Digest });

    private static string DigestOf(TableRow row) => StableHash.Of(string.Join('\n', row.Properties
        .OrderBy(property => property.Key, StringComparer.Ordinal)
        .Select(property => $"{property.Key}={TextOf(property.Value)}")))
        .ToString("x16", CultureInfo.InvariantCulture);

    private static string? TextOf(object value) => value is DateTimeOffset time
        ? time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture);
}
