using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Knowledge.Digests;

/// <summary>
/// Keeps digests: a partition each, with its items and recipients as rows, and a list of all. A digest that was listed stands: it was read.
/// </summary>
public sealed class DigestStore(ITables tables)
{
    private const string Index = "digests";

    private const string Head = "head";

    private const string AnsweredPrefix = "answered~";

    private const string UnansweredPrefix = "unanswered~";

    private const string RecipientPrefix = "recipient~";

    private const string HelperPrefix = "helper~";

    private const string From = "WordingFrom";

    private const string Day = "yyyy-MM-dd";

    /// <summary>Whether a digest is there.</summary>
    public async Task<bool> HasAsync(string id, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Questions, Index, id, cancellationToken) is not null;

    /// <summary>Writes a digest and lists it last, so that one that is listed is whole. One that is listed already stays as it is.</summary>
    public async Task WriteAsync(Digest digest, CancellationToken cancellationToken)
    {
        if (await HasAsync(digest.Id, cancellationToken))
        {
            return;
        }

        var partition = PartitionOf(digest.Id);

        // What a try that broke off left: it may have known of other questions.
        await foreach (var left in tables.ReadAllAsync(TableNames.Questions, new TableQuery(partition), cancellationToken))
        {
            await tables.ApplyAsync(TableNames.Questions, partition, [new TableChange.Delete(left.RowKey)], cancellationToken);
        }

        var rows = Items(partition, AnsweredPrefix, digest.Answered)
            .Concat(Items(partition, UnansweredPrefix, digest.Unanswered))
            .Concat(Names(partition, RecipientPrefix, digest.Recipients))
            .Concat(Names(partition, HelperPrefix, digest.Helpers))
            .Append(HeadOf(partition, digest));
        foreach (var batch in rows.Chunk(ITables.MaxBatch))
        {
            await tables.ApplyAsync(
                TableNames.Questions, partition, [.. batch.Select(row => new TableChange.Upsert(row))], cancellationToken);
        }

        var listed = HeadOf(Index, digest) with { RowKey = digest.Id };
        await tables.ApplyAsync(TableNames.Questions, Index, [new TableChange.Upsert(listed)], cancellationToken);
    }

    /// <summary>All digests, newest first.</summary>
    public async Task<IReadOnlyList<DigestSummary>> ListAsync(CancellationToken cancellationToken)
    {
        List<DigestSummary> digests = [];
        await foreach (var row in tables.ReadAllAsync(TableNames.Questions, new TableQuery(Index), cancellationToken))
        {
            digests.Add(new(
                row.RowKey, row.Text("Team")!, DayOf(row, "From"), DayOf(row, "To"), (int)row.Properties["Answered"], (int)row.Properties["Unanswered"]));
        }

        return [.. digests.OrderByDescending(digest => digest.To).ThenBy(digest => digest.Id, StringComparer.Ordinal)];
    }

    /// <summary>One digest; null when there is none such.</summary>
    public async Task<Digest?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!await HasAsync(id, cancellationToken))
        {
            return null;
        }

        List<TableRow> rows = [];
        await foreach (var row in tables.ReadAllAsync(TableNames.Questions, new TableQuery(PartitionOf(id)), cancellationToken))
        {
            rows.Add(row);
        }

        var head = rows.Single(row => row.RowKey == Head);
        return new Digest
        {
            Id = id,
            Team = head.Text("Team")!,
            Site = head.Text("Site"),
            From = DayOf(head, "From"),
            To = DayOf(head, "To"),
            MadeAt = (DateTimeOffset)head.Properties["MadeAt"],
            Helpers = Names(rows, HelperPrefix),
            Answered = Items(rows, AnsweredPrefix),
            Unanswered = Items(rows, UnansweredPrefix),
            Recipients = Names(rows, RecipientPrefix),
        };
    }

    /// <summary>The rows of digests that quote a conversation.</summary>
    public async IAsyncEnumerable<TableRow> QuotingAsync(
        string conversationKey, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = new Dictionary<string, object>(StringComparer.Ordinal) { [From] = conversationKey };
        foreach (var digest in await ListAsync(cancellationToken))
        {
            await foreach (var row in tables.ReadAllAsync(
                TableNames.Questions, new TableQuery(PartitionOf(digest.Id), Filters: from), cancellationToken))
            {
                yield return row;
            }
        }
    }

    /// <summary>Takes the words of a conversation out of every digest; the question stays in its place.</summary>
    public async Task ForgetWordsAsync(string conversationKey, CancellationToken cancellationToken)
    {
        List<TableRow> quoting = [];
        await foreach (var row in QuotingAsync(conversationKey, cancellationToken))
        {
            quoting.Add(row);
        }

        foreach (var row in quoting)
        {
            var item = JsonSerializer.Deserialize(row.Text("Item")!, KnowledgeJson.Default.DigestItem)!;
            var change = new TableChange.Upsert(ItemRow(row.PartitionKey, row.RowKey, item with { Wording = null, WordingFrom = null }));
            await tables.ApplyAsync(TableNames.Questions, row.PartitionKey, [change], cancellationToken);
        }
    }

    private static string PartitionOf(string id) => $"digest~{id}";

    private static TableRow HeadOf(string partition, Digest digest)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Team"] = digest.Team,
            ["From"] = digest.From.ToString(Day, CultureInfo.InvariantCulture),
            ["To"] = digest.To.ToString(Day, CultureInfo.InvariantCulture),
            ["MadeAt"] = digest.MadeAt,
            ["Answered"] = digest.Answered.Count,
            ["Unanswered"] = digest.Unanswered.Count,
        };
        if (digest.Site is { } site)
        {
            columns["Site"] = site;
        }

        return new(partition, Head, columns);
    }

    private static DateOnly DayOf(TableRow row, string name) => DateOnly.ParseExact(row.Text(name)!, Day, CultureInfo.InvariantCulture);

    private static IEnumerable<TableRow> Items(string partition, string prefix, IReadOnlyList<DigestItem> items) => items.Select((item, place) =>
        ItemRow(partition, string.Create(CultureInfo.InvariantCulture, $"{prefix}{place:D6}"), item));

    private static TableRow ItemRow(string partition, string key, DigestItem item)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal) { ["Item"] = JsonSerializer.Serialize(item, KnowledgeJson.Default.DigestItem) };
        if (item.WordingFrom is { } conversation)
        {
            columns[From] = conversation;
        }

        return new(partition, key, columns);
    }

    private static IEnumerable<TableRow> Names(string partition, string prefix, IReadOnlyList<string> names) => names.Select(name => new TableRow(
        partition, prefix + ConversationKeys.Safe(name), new Dictionary<string, object>(StringComparer.Ordinal) { ["Name"] = name }));

    private static DigestItem[] Items(List<TableRow> rows, string prefix) =>
    [
        .. rows.Where(row => row.RowKey.StartsWith(prefix, StringComparison.Ordinal))
            .Select(row => JsonSerializer.Deserialize(row.Text("Item")!, KnowledgeJson.Default.DigestItem)!),
    ];

    private static string[] Names(List<TableRow> rows, string prefix) =>
        [.. rows.Where(row => row.RowKey.StartsWith(prefix, StringComparison.Ordinal)).Select(row => row.Text("Name")!).Order(StringComparer.Ordinal)];
}
