using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts;

/// <summary>
/// Closes conversations in which nothing has happened for long, by a message on the same path as the platforms' own. Its id and time follow
/// from the last message, so that a second run says the same thing again and not another.
/// </summary>
public sealed partial class CloseIdleJob(
    ITables tables, IOpenConversations open, IBus bus, IOptions<TranscriptOptions> options, TimeProvider clock, ILogger<CloseIdleJob> logger)
    : ITimerJob
{
    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var closed = 0;
        await foreach (var key in open.ListAsync(cancellationToken))
        {
            var row = await tables.ReadAsync(TableNames.Conversations, key, ConversationRowKeys.Head, cancellationToken);
            if (row is not null && HeadRow.Read(row).Folded is { State.Closed: false } folded
                && folded.State.LastAt + options.Value.IdleAfter <= clock.GetUtcNow())
            {
                await bus.SendAsync(Entities.Captured, [Envelope.Wrap(Close(folded))], cancellationToken);
                closed++;
            }
        }

        if (closed > 0)
        {
            Log.Closed(logger, closed);
        }
    }

    private MessageCaptured Close(FoldedConversation folded) => new()
    {
        Conversation = folded.Conversation,
        MessageId = $"idle-after-{folded.State.LastKey}",
        Kind = MessageKind.Close,
        Sender = new Sender(SenderRole.System),
        SentAt = folded.State.LastAt + options.Value.IdleAfter,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Closed {Count} idle conversations.")]
        public static partial void Closed(ILogger logger, int count);
    }
}
