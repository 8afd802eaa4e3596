using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Export;

/// <summary>How a part of an export ended.</summary>
/// <param name="IsComplete">Whether there are no more rows; otherwise the next part goes on behind the last one.</param>
/// <param name="Last">The position of the last row; null when there was none.</param>
/// <param name="Rows">How many rows were written.</param>
public sealed record ExportedPart(bool IsComplete, ExportPosition? Last, int Rows);

/// <summary>
/// Writes conversations, or their messages, as rows, newest first. It holds a page of conversations at a time, however many there are, and a
/// conversation's messages stay together in their order.
/// </summary>
public sealed class TranscriptExport(ITables tables, IOptions<ExportOptions> options, TimeProvider clock)
{
    private const int FlushAt = 64 * 1024;
    private const int ReadAhead = 8;

    private static readonly ExportColumn Position = new(
        "position", ExportValueKind.Text, "The place of the row: to go on behind it, ask again with it as the parameter after.");

    /// <summary>The columns of a row for a conversation.</summary>
    public static IReadOnlyList<ExportColumn> ConversationColumnList { get; } = [.. ConversationColumns.All.Select(column => column.Column), Position];

    /// <summary>The columns of a row for a message.</summary>
    public static IReadOnlyList<ExportColumn> MessageColumnList { get; } = [.. MessageColumns.All.Select(column => column.Column), Position];

    /// <summary>Writes a row for each conversation.</summary>
    /// <param name="conversations">The conversations from the position on, newest first.</param>
    /// <param name="after">The position of the last row that the client has; null from the start.</param>
    /// <param name="format">How rows are written.</param>
    /// <param name="output">Where they go.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ExportedPart> WriteConversationsAsync(
        IAsyncEnumerable<ConversationSummary> conversations,
        ExportPosition? after,
        IExportFormat format,
        PipeWriter output,
        CancellationToken cancellationToken) => WriteAsync(
            ConversationsAsync(conversations, after, cancellationToken), ConversationColumns.All, ConversationColumnList, format, output, cancellationToken);

    /// <summary>Writes a row for each message.</summary>
    /// <param name="conversations">The conversations from that of the position on, newest first.</param>
    /// <param name="after">The position of the last row that the client has; null from the start.</param>
    /// <param name="format">How rows are written.</param>
    /// <param name="output">Where they go.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ExportedPart> WriteMessagesAsync(
        IAsyncEnumerable<ConversationSummary> conversations,
        ExportPosition? after,
        IExportFormat format,
        PipeWriter output,
        CancellationToken cancellationToken) => WriteAsync(
            MessagesAsync(conversations, after, cancellationToken), MessageColumns.All, MessageColumnList, format, output, cancellationToken);

    private async Task<ExportedPart> WriteAsync<T>(
        IAsyncEnumerable<(ExportPosition Position, T Row)> rows,
        IReadOnlyList<ExportColumn<T>> columns,
        IReadOnlyList<ExportColumn> described,
        IExportFormat format,
        PipeWriter output,
        CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        ExportPosition? last = null;
        var (written, isComplete) = (0, true);
        format.Begin(output, described);
        var values = new object?[described.Count];
        await foreach (var (position, row) in rows.WithCancellation(cancellationToken))
        {
            if (written > 0 && clock.GetElapsedTime(started) >= options.Value.MaxPart)
            {
                isComplete = false;
                break;
            }

            for (var column = 0; column < columns.Count; column++)
            {
                values[column] = columns[column].Value(row);
            }

            values[^1] = position.ToString();
            format.Row(output, described, values);
            (last, written) = (position, written + 1);
            if (output.UnflushedBytes >= FlushAt)
            {
                await output.FlushAsync(cancellationToken);
            }
        }

        format.End(output);
        await output.FlushAsync(cancellationToken);
        return new(isComplete, last, written);
    }

    private static async IAsyncEnumerable<(ExportPosition, ConversationSummary)> ConversationsAsync(
        IAsyncEnumerable<ConversationSummary> conversations, ExportPosition? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var summary in conversations.WithCancellation(cancellationToken))
        {
            if (NewestFirst.Of(summary.StartedAt, summary.Key) is var place && string.CompareOrdinal(place, after?.Conversation) > 0)
            {
                yield return (new(place), summary);
            }
        }
    }

    private async IAsyncEnumerable<(ExportPosition, ExportedMessage)> MessagesAsync(
        IAsyncEnumerable<ConversationSummary> conversations, ExportPosition? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The next conversations are read while the messages of one are written.
        var reading = new Queue<(ConversationSummary Summary, Task<IReadOnlyList<TimelineEntry>> Entries)>(ReadAhead);
        await using var more = conversations.GetAsyncEnumerator(cancellationToken);
        var isEnd = false;
        while (true)
        {
            while (!isEnd && reading.Count < ReadAhead)
            {
                if (await more.MoveNextAsync())
                {
                    reading.Enqueue((more.Current, EntriesAsync(more.Current.Key, cancellationToken)));
                }
                else
                {
                    isEnd = true;
                }
            }

            if (!reading.TryDequeue(out var next))
            {
                yield break;
            }

            var place = NewestFirst.Of(next.Summary.StartedAt, next.Summary.Key);
            var order = string.CompareOrdinal(place, after?.Conversation);
            var entries = await next.Entries;
            for (var index = order > 0 ? 0 : order == 0 ? after!.Value.Message : entries.Count; index < entries.Count; index++)
            {
                yield return (new(place, index + 1), new(next.Summary, index + 1, entries[index]));
            }
        }
    }

    private async Task<IReadOnlyList<TimelineEntry>> EntriesAsync(string key, CancellationToken cancellationToken)
    {
        // Reading and parsing on another thread than the one that writes.
        await Task.Yield();
        var messages = new List<MessageAnalyzed>();
        await foreach (var row in tables.ReadAllAsync(
            TableNames.Conversations, TableQuery.Prefix(key, ConversationRowKeys.MessagePrefix), cancellationToken))
        {
            messages.Add(MessageRow.Read(row));
        }

        return new ConversationTimeline(messages).Entries;
    }
}
