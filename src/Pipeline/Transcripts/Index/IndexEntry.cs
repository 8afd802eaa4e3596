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
/// <param name="Projected">What the projections were made from: <see cref="Nothing"/>, <see cref="Partly"/>, or the digest of a record.</param>
/// <param name="Held">Whether somebody is at work on the projections. Others wait for the end of it: see <see cref="ProjectionHold"/>.</param>
/// <param name="ETag">The version of the row; null for one to be written.</param>
public sealed record IndexEntry(
    string Place, IReadOnlyList<string> Facets, string Digest, string Projected = "", bool Held = false, string? ETag = null)
{
    /// <summary>No projection has anything of the conversation.</summary>
    public const string Nothing = "";

    /// <summary>Nobody knows what the projections have of it: somebody began to write them and has not said that it is done.</summary>
    public const string Partly = "partly";

    /// <summary>Whether the rows that stand are those of a closed conversation.</summary>
    public bool IsClosed => !Facets.Contains(Index.Facets.Open);

    /// <summary>The keys of the rows that hold nothing but their key.</summary>
    public IEnumerable<string> FacetRows => Facets.Select(facet => IndexKeys.RowKey(facet, Place));

    /// <summary>The key of the row with the summary.</summary>
    public string SummaryRow => IndexKeys.RowKey(IndexKeys.All, Place);

    /// <summary>What a summary asks for.</summary>
    public static IndexEntry Of(ConversationSummary summary, string? customerHash, TableRow row) => new(
        NewestFirst.Of(summary.StartedAt, summary.Key),
        [.. WithPairs([.. Index.Facets.Of(summary, customerHash)]).Order(StringComparer.Ordinal)],
        DigestOf(row));

    /// <summary>Reads a row. One of a closed conversation that says nothing of projections is from an earlier release: they are made anew.</summary>
    public static IndexEntry Read(TableRow row)
    {
        var read = new IndexEntry(row.Text("Place")!, row.Text("Facets")!.Split('\n', StringSplitOptions.RemoveEmptyEntries), row.Text("Digest")!, ETag: row.ETag);
        return read with
        {
            Projected = row.Text("Projected") ?? (read.IsClosed ? Partly : Nothing),
            Held = row.Properties.TryGetValue("Held", out var held) && held is true,
        };
    }

    /// <summary>Whether another one names the same rows with the same content.</summary>
    public bool SaysAs(IndexEntry? other) => other is not null && Place == other.Place && Digest == other.Digest && Facets.SequenceEqual(other.Facets);

    /// <summary>The row to write.</summary>
    public TableRow ToRow(string conversationKey)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Place"] = Place,
            ["Facets"] = string.Join('\n', Facets),
            ["Digest"] = Digest,
            ["Projected"] = Projected,
        };
        if (Held)
        {
            columns["Held"] = true;
        }

        return new(IndexKeys.PartitionOf(conversationKey), IndexKeys.Entry(conversationKey), columns);
    }

    /// <summary>A hash of all that the rows of a conversation say, whatever their versions.</summary>
    public static string DigestOf(IEnumerable<TableRow> rows) => Hash(string.Join('\n', rows
        .OrderBy(row => row.RowKey, StringComparer.Ordinal)
        .Select(row => $"{row.RowKey}\n{TextOf(row)}")));

    private static string DigestOf(TableRow row) => Hash(TextOf(row));

    private static IEnumerable<string> WithPairs(IReadOnlyList<string> facets) => facets.Concat(FacetPairs.Among(facets));

    private static string Hash(string text) => StableHash.Of(text).ToString("x16", CultureInfo.InvariantCulture);

    private static string TextOf(TableRow row) => string.Join('\n', row.Properties
        .OrderBy(property => property.Key, StringComparer.Ordinal)
        .Select(property => $"{property.Key}={TextOf(property.Value)}"));

    private static string? TextOf(object value) => value switch
    {
        DateTimeOffset time => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
