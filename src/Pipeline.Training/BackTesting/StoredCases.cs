using System.Runtime.CompilerServices;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Routing.Difficulty;
using Pipeline.Training.Rescoring;

namespace Pipeline.Training.BackTesting;

/// <summary>
/// Makes decision points of stored conversations: their messages as they stand, with the scores that people saw. The decision that is stored
/// with a conversation is that after its last message of the customer.
/// </summary>
/// <param name="stored">Where they are.</param>
internal sealed class StoredCases(IStoredConversations stored)
{
    private static readonly IReadOnlyDictionary<string, TextAnalysis> AsStored = new Dictionary<string, TextAnalysis>(StringComparer.Ordinal);

    /// <summary>The conversations that started in a span of days (UTC), the last day first; those that are gone meanwhile are left out.</summary>
    public async IAsyncEnumerable<DecidedConversation> ReadAsync(
        DateOnly since, DateOnly until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var day = until; day >= since; day = day.AddDays(-1))
        {
            await foreach (var summary in stored.ListDayAsync(day, cancellationToken))
            {
                if (await stored.ReadAsync(summary.Key, cancellationToken) is { } transcript)
                {
                    yield return Decided(transcript);
                }
            }
        }
    }

    /// <summary>The decision points of a conversation.</summary>
    public static DecidedConversation Decided(ConversationTranscript transcript)
    {
        var points = transcript.Messages.Zip(TranscriptFold.After(transcript, AsStored))
            .Select((turn, index) => (Message: turn.First, After: turn.Second, Number: index + 1))
            .Where(turn => turn.Message is { Kind: MessageKind.Message, Sender.Role: SenderRole.Customer })
            .Select(turn => new DecisionPoint(
                turn.Number, turn.Message.Text, RoutingInput.Of(turn.After.Conversation, turn.After.State)))
            .ToList();
        if (points.Count > 0)
        {
            points[^1] = points[^1] with { Stored = transcript.Assignment?.Decision };
        }

        return new(transcript.Conversation.Key, points);
    }
}
