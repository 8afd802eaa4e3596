using System.Text;
using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Transcripts.Index;
using Pipeline.Transcripts.Journey;

namespace Pipeline.Transcripts;

/// <summary>Reads conversations from the tables: one partition for a conversation, the day's buckets for a list.</summary>
public sealed class TranscriptReader(ITables tables) : ITranscripts, IConversationRecords, IConversationReader, IStandingReader
{
    /// <inheritdoc/>
    public async Task<ConversationState?> ReadStateAsync(string conversationKey, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Conversations, conversationKey, ConversationRowKeys.Head, cancellationToken) is { } row
            ? HeadRow.Read(row).Folded?.State
            : null;

    /// <inheritdoc/>
    public async Task<ConversationStanding?> ReadStandingAsync(string conversationKey, CancellationToken cancellationToken)
    {
        var page = await tables.QueryAsync(
            TableNames.Conversations, TableQuery.Prefix(conversationKey, ConversationRowKeys.Head), cancellationToken);
        return page.Rows.FirstOrDefault(row => row.RowKey == ConversationRowKeys.Head) is { } row
            && HeadRow.Read(row) is { Folded: { } folded } head
            ? new(
                folded.Conversation,
                folded.State,
                AssignmentReading.Read(page.Rows.FirstOrDefault(row => row.RowKey == ConversationRowKeys.Assignment)))
            {
                Given = head.Floor?.Given,
            }
            : null;
    }

    /// <inheritdoc/>
    public async Task<ConversationTranscript?> ReadAsync(string conversationKey, CancellationToken cancellationToken) =>
        Read(await RowsAsync(tables, conversationKey, cancellationToken));

    /// <inheritdoc/>
    public async Task<ConversationRecord?> ReadRecordAsync(string conversationKey, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(tables, conversationKey, cancellationToken);
        return Read(rows) is { } transcript ? new ConversationRecord(transcript, rows) : null;
    }

    /// <summary>Every row of a conversation, by row key.</summary>
    internal static async Task<IReadOnlyDictionary<string, TableRow>> RowsAsync(
        ITables tables, string conversationKey, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, TableRow>(StringComparer.Ordinal);
        await foreach (var row in tables.ReadAllAsync(TableNames.Conversations, new TableQuery(conversationKey), cancellationToken))
        {
            rows[row.RowKey] = row;
        }

        return rows;
    }

    /// <summary>The transcript that the rows of a conversation make; null before its first message.</summary>
    internal static ConversationTranscript? Read(IReadOnlyDictionary<string, TableRow> rows)
    {
        if (!rows.TryGetValue(ConversationRowKeys.Head, out var headRow) || HeadRow.Read(headRow).Folded is not { } folded)
        {
            return null;
        }

        var stored = rows.Values
            .Where(row => row.RowKey.StartsWith(ConversationRowKeys.MessagePrefix, StringComparison.Ordinal))
            .Select(MessageRow.Read);
        var timeline = new ConversationTimeline(stored);
        return new ConversationTranscript
        {
            Conversation = folded.Conversation,
            State = folded.State,
            Story = JourneyWords.Tell(folded.State),
            Messages = [.. timeline.Entries
                .Where(entry => entry.Message.Kind != MessageKind.Correction)
                .Select(entry => View(entry, rows))],
            Corrections = timeline.Corrections is [] ? null : [.. timeline.Corrections.Select(correction => correction.View())],
            Assignment = AssignmentReading.Read(rows.GetValueOrDefault(ConversationRowKeys.Assignment)),
            Notes = InternalNoteRow.In(rows.Values),
        };
    }

    /// <inheritdoc/>
    public async Task<string?> ReadSkillAsync(string conversationKey, CancellationToken cancellationToken) =>
        AssignmentReading.Read(await tables.ReadAsync(
            TableNames.Conversations, conversationKey, ConversationRowKeys.Assignment, cancellationToken))?.Decision.Skill;

    /// <inheritdoc/>
    public async Task<TranscriptPage> ListDayAsync(
        DateOnly day, int maxRows, string? continuation, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxRows, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxRows, TableQuery.MaxPage);

        var start = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var from = continuation is null
            ? day == DateOnly.MaxValue ? null : IndexKeys.Boundary(start.AddDays(1))
            : IndexKeys.Next(DecodeContinuation(continuation));
        var before = IndexKeys.Boundary(start);
        var buckets = await Task.WhenAll(IndexKeys.Partitions.Select(partition => FirstRowsAsync(
            IndexKeys.Query(partition, IndexKeys.All, from, before) with { MaxRows = maxRows }, cancellationToken)));
        var rows = buckets.SelectMany(bucket => bucket).OrderBy(row => row.RowKey, StringComparer.Ordinal).ToList();
        TableRow[] page = [.. rows.Take(maxRows)];

        // A bucket gives at most a page: if all of them together gave no more, there is nothing after it.
        var next = rows.Count > maxRows || buckets.Any(bucket => bucket.Count == maxRows)
            ? EncodeContinuation(page[^1].RowKey[(IndexKeys.All.Length + 1)..])
            : null;
        return new TranscriptPage([.. page.Select(SummaryRow.Read)], next) { RowsRead = rows.Count, Facet = IndexKeys.All };
    }

    private async Task<List<TableRow>> FirstRowsAsync(TableQuery query, CancellationToken cancellationToken)
    {
        var rows = new List<TableRow>(Math.Min(query.MaxRows, 64));
        await foreach (var row in tables.ReadAllAsync(TableNames.Transcripts, query, cancellationToken))
        {
            rows.Add(row);
            if (rows.Count == query.MaxRows)
            {
                break;
            }
        }

        return rows;
    }

    private static TranscriptMessage View(TimelineEntry entry, IReadOnlyDictionary<string, TableRow> rows)
    {
        var key = entry.Message.OrderKey;
        var suggestions = rows.GetValueOrDefault(ConversationRowKeys.Suggestions(key))?.Text("Suggestions");
        var decision = rows.GetValueOrDefault(ConversationRowKeys.Decision(key))?.Text("Decision");
        return entry.View() with
        {
            Suggestions = suggestions is null ? null : JsonSerializer.Deserialize(suggestions, PipelineJson.Default.IReadOnlyListSuggestion),
            Decision = decision is null ? null : JsonSerializer.Deserialize(decision, PipelineJson.Default.RoutingDecision),
        };
    }

    private static string EncodeContinuation(string rowKey) =>
        System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(rowKey));

    private static string DecodeContinuation(string continuation)
    {
        try
        {
            var key = new UTF8Encoding(false, true).GetString(System.Buffers.Text.Base64Url.DecodeFromChars(continuation));
            if (key.Length > 20 && key.Length < TableLimits.MaxKeyLength - IndexKeys.All.Length - 1 && key[19] == '~' && key.AsSpan(0, 19).IndexOfAnyExceptInRange('0', '9') < 0)
            {
                return key;
            }
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            // Said below, in the words of the parameter.
        }

        throw new FormatException("The continuation is not one that this list returned.");
    }
}
