using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts;

/// <summary>
/// Writes a conversation's rows in the index of transcripts, from its head and assignment as they are now. It writes until what it wrote is
/// what is there: of two that write at once, the one that read less reads again. Which rows stand is noted before any is written, so that
/// a crash leaves no row behind that nobody knows of.
/// </summary>
public sealed partial class StoreStage(ITables tables, IOptions<TranscriptOptions> options, ILogger<StoreStage> logger)
    : IStage<ConversationEvent, Nothing>
{
    private const int MaxTries = 10;

    /// <inheritdoc/>
    public async Task<StageResult<Nothing>> RunAsync(ConversationEvent message, CancellationToken cancellationToken)
    {
        var key = message.Conversation.Key;

        // What an earlier try wrote may have been listed away by another writer since: this one still answers for it.
        var touched = new HashSet<IndexKey>();
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var source = await SourceAsync(key, cancellationToken);
            if (source.Says is null)
            {
                return new StageResult<Nothing>.Stop("The conversation has no message yet.");
            }

            if (await TryWriteAsync(key, source, touched, cancellationToken)
                && (await SourceAsync(key, cancellationToken)).SaysAs(source))
            {
                return new StageResult<Nothing>.Stop("Indexed.");
            }

            Log.Changed(logger, key, attempt + 1);
        }

        throw new InvalidOperationException($"The rows of '{key}' changed under each of {MaxTries} tries to index them.");
    }

    private async Task<Source> SourceAsync(string key, CancellationToken cancellationToken)
    {
        // The head, the assignment and the list of index rows lie side by side: one read.
        var page = await tables.QueryAsync(
            TableNames.Conversations, TableQuery.Prefix(key, ConversationRowKeys.Head), cancellationToken);
        TableRow? Row(string rowKey) => page.Rows.FirstOrDefault(row => row.RowKey == rowKey);
        return new Source(Row(ConversationRowKeys.Head), Row(ConversationRowKeys.Assignment), Row(ConversationRowKeys.Index));
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

    /// <summary>What the rows of a conversation say at one moment.</summary>
    private sealed class Source(TableRow? head, TableRow? assignment, TableRow? index)
    {
        private readonly Lazy<Indexed?> _says = new(() => head is not null && HeadRow.Read(head).Folded is { } folded
            ? new Indexed(SummaryOf.Whole(folded, AssignmentReading.Read(assignment)), folded.Conversation.CustomerId)
            : null);

        /// <summary>Which index rows stand.</summary>
        public TableRow? Index => index;

        /// <summary>What the index should say; null before the first message.</summary>
        public Indexed? Says => _says.Value;

        private (string? Head, string? Assignment) Versions => (head?.ETag, assignment?.ETag);

        /// <summary>Whether it says the same as an earlier reading; most often it is the same rows, which need not be read through again.</summary>
        public bool SaysAs(Source earlier) => Versions == earlier.Versions || Says == earlier.Says;
    }

    private sealed record Indexed(ConversationSummary Summary, string? CustomerId);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "The rows of {Conversation} changed under try {Attempt} to index them; trying again.")]
        public static partial void Changed(ILogger logger, string conversation, int attempt);
    }
}
