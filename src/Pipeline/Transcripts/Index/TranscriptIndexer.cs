using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Index;

/// <summary>
/// Writes a conversation's rows in the index of transcripts, and has the projections of a closed one written, from its rows as they are now. It
/// writes until what it wrote is what is there: of two that write at once, the one that read less reads again. Which rows stand is noted
/// before any is written, so that a crash leaves no row behind that nobody knows of.
/// </summary>
public sealed partial class TranscriptIndexer(
    ITables tables,
    IEnumerable<IConversationProjection> projections,
    IOptions<TranscriptOptions> options,
    ILogger<TranscriptIndexer> logger) : ITranscriptIndexer
{
    private const int MaxTries = 10;

    private readonly IConversationProjection[] _projections = [.. projections];

    /// <inheritdoc/>
    public async Task<bool> IndexAsync(string conversationKey, CancellationToken cancellationToken)
    {
        // What an earlier try wrote may have been listed away by another writer since: this one still answers for it.
        var touched = new HashSet<IndexKey>();
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var source = await SourceAsync(conversationKey, cancellationToken);
            if (source.Says is null)
            {
                return false;
            }

            if (source is { Record: null, WasClosed: true })
            {
                // Before the index rows tell it: after a crash in between, the next try still sees that they say closed.
                await TakeBackAsync(conversationKey, cancellationToken);
            }

            if (await TryWriteAsync(conversationKey, source, touched, cancellationToken))
            {
                await ProjectAsync(source, cancellationToken);
                if ((await SourceAsync(conversationKey, cancellationToken)).SaysAs(source))
                {
                    return true;
                }
            }

            Log.Changed(logger, conversationKey, attempt + 1);
        }

        throw new InvalidOperationException($"The rows of '{conversationKey}' changed under each of {MaxTries} tries to index them.");
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string conversationKey, CancellationToken cancellationToken)
    {
        await TakeBackAsync(conversationKey, cancellationToken);
        await RemoveRowsAsync(conversationKey, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task ForgetAsync(string conversationKey, CancellationToken cancellationToken)
    {
        foreach (var projection in _projections)
        {
            await projection.ForgetAsync(conversationKey, cancellationToken);
        }

        await RemoveRowsAsync(conversationKey, cancellationToken);
    }

    private async Task RemoveRowsAsync(string conversationKey, CancellationToken cancellationToken)
    {
        var index = await tables.ReadAsync(TableNames.Conversations, conversationKey, ConversationRowKeys.Index, cancellationToken);
        await Task.WhenAll(Standing(index).Select(place => RemoveAsync(place, cancellationToken)));
        if (index is not null)
        {
            await tables.ApplyAsync(
                TableNames.Conversations, conversationKey, [new TableChange.Delete(ConversationRowKeys.Index)], cancellationToken);
        }
    }

    private async Task ProjectAsync(Source source, CancellationToken cancellationToken)
    {
        if (source.Record is { } record)
        {
            foreach (var projection in _projections)
            {
                await projection.ProjectAsync(record, cancellationToken);
            }
        }
    }

    private async Task TakeBackAsync(string conversationKey, CancellationToken cancellationToken)
    {
        foreach (var projection in _projections)
        {
            await projection.RemoveAsync(conversationKey, cancellationToken);
        }
    }

    private async Task<Source> SourceAsync(string key, CancellationToken cancellationToken)
    {
        // The head, the assignment and the list of index rows lie side by side: one read. A closed conversation is read whole.
        var page = await tables.QueryAsync(
            TableNames.Conversations, TableQuery.Prefix(key, ConversationRowKeys.Head), cancellationToken);
        var heads = page.Rows.ToDictionary(row => row.RowKey, StringComparer.Ordinal);
        return heads.TryGetValue(ConversationRowKeys.Head, out var head) && HeadRow.Read(head).Folded is { State.Closed: true }
            ? new Source(await TranscriptReader.RowsAsync(tables, key, cancellationToken))
            : new Source(heads);
    }

    private async Task<bool> TryWriteAsync(
        string key, Source source, HashSet<IndexKey> touched, CancellationToken cancellationToken)
    {
        var (summary, customerId) = source.Says!;
        var keys = IndexKeys.Of(summary, customerId, options.Value.CustomerHashKey);
        var standing = Standing(source.Index);
        IndexKey[] gone = [.. standing.Union(touched).Except(keys)];
        var noted = source.Index?.ETag;
        if (keys.Except(standing).Any())
        {
            noted = await TryNoteAsync(key, [.. standing.Union(keys)], noted, cancellationToken);
            if (noted is null)
            {
                return false;
            }
        }

        touched.UnionWith(keys);
        await Task.WhenAll(keys.Select(place => tables.ApplyAsync(
            TableNames.Transcripts, place.PartitionKey, [new TableChange.Upsert(SummaryRow.From(summary, place))], cancellationToken)));
        if (gone.Length == 0)
        {
            return true;
        }

        await Task.WhenAll(gone.Select(place => RemoveAsync(place, cancellationToken)));
        return !standing.Except(keys).Any() || await TryNoteAsync(key, keys, noted, cancellationToken) is not null;
    }

    private async Task RemoveAsync(IndexKey place, CancellationToken cancellationToken)
    {
        try
        {
            await tables.ApplyAsync(TableNames.Transcripts, place.PartitionKey, [new TableChange.Delete(place.RowKey)], cancellationToken);
        }
        catch (TableConflictException exception) when (exception.Conflict == TableConflict.RowMissing)
        {
            // An earlier try removed it before it stopped.
        }
    }

    private async Task<string?> TryNoteAsync(string key, IReadOnlyList<IndexKey> places, string? etag, CancellationToken cancellationToken)
    {
        string[] lines =
        [
            .. places.Select(place => $"{place.PartitionKey}|{place.RowKey}").Order(StringComparer.Ordinal),
        ];
        var row = new TableRow(key, ConversationRowKeys.Index, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Rows"] = JsonSerializer.Serialize(lines, PipelineJson.Default.IReadOnlyListString),
        });
        try
        {
            var written = await tables.ApplyAsync(
                TableNames.Conversations,
                key,
                [etag is null ? new TableChange.Insert(row) : new TableChange.Replace(row, etag)],
                cancellationToken);
            return written[0];
        }
        catch (TableConflictException)
        {
            return null;
        }
    }

    private static HashSet<IndexKey> Standing(TableRow? index) => index is null
        ? []
        : [.. JsonSerializer.Deserialize(index.Text("Rows")!, PipelineJson.Default.IReadOnlyListString)!
            .Select(line => line.Split('|', 2))
            .Select(parts => new IndexKey(parts[0], parts[1]))];

    /// <summary>What the rows of a conversation say at one moment: its heads while it is open, all of them once it is closed.</summary>
    private sealed class Source(IReadOnlyDictionary<string, TableRow> rows)
    {
        private readonly Lazy<Indexed?> _says = new(() => Say(rows));

        /// <summary>Which index rows stand.</summary>
        public TableRow? Index => rows.GetValueOrDefault(ConversationRowKeys.Index);

        /// <summary>What the index should say; null before the first message.</summary>
        public Indexed? Says => _says.Value;

        /// <summary>The whole conversation; null while it is open.</summary>
        public ConversationRecord? Record => Says?.Record;

        /// <summary>Whether the index rows that stand are those of a closed conversation.</summary>
        public bool WasClosed => Index is not null && !Standing(Index).Any(IndexKeys.IsOpen);

        /// <summary>Whether it says the same as an earlier reading; most often it is the same rows, which need not be read through again.</summary>
        public bool SaysAs(Source earlier) => Versions().SequenceEqual(earlier.Versions())
            || (Record is null && earlier.Record is null && Says == earlier.Says);

        private IEnumerable<(string Key, string? ETag)> Versions() => rows
            .Where(pair => pair.Key != ConversationRowKeys.Index)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => (pair.Key, pair.Value.ETag));

        private static Indexed? Say(IReadOnlyDictionary<string, TableRow> rows)
        {
            if (rows.GetValueOrDefault(ConversationRowKeys.Head) is not { } head || HeadRow.Read(head).Folded is not { } folded)
            {
                return null;
            }

            var assignment = AssignmentReading.Read(rows.GetValueOrDefault(ConversationRowKeys.Assignment));
            return new(SummaryOf.Whole(folded, assignment), folded.Conversation.CustomerId)
            {
                Record = folded.State.Closed ? new(TranscriptReader.Read(rows)!, rows) : null,
            };
        }
    }

    private sealed record Indexed(ConversationSummary Summary, string? CustomerId)
    {
        public ConversationRecord? Record { get; init; }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "The rows of {Conversation} changed under try {Attempt} to index them; trying again.")]
        public static partial void Changed(ILogger logger, string conversation, int attempt);
    }
}
