using Pipeline.Replay;

namespace Pipeline.Training.Simulation;

/// <summary>Plays a recorded conversation on the simulated platform: people correct and remove some of what they wrote, too.</summary>
public static class SimulatedConversation
{
    // Of every hundred messages. Few platforms tell how many there really are; what counts here is that every conversation may have some.
    private const double Edited = 0.08;
    private const double Deleted = 0.04;

    // After the message, and before most of the next ones.
    private static readonly TimeSpan ChangedAfter = TimeSpan.FromSeconds(1.5);

    /// <summary>All that happens in it, in order. The same arguments make the same, byte for byte.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="conversationId">The id it is played under.</param>
    /// <param name="startedAt">When its first message is sent.</param>
    /// <param name="seed">Decides what is edited and removed.</param>
    public static IReadOnlyList<SimulatedEvent> Play(
        RecordedConversation conversation, string conversationId, DateTimeOffset startedAt, int seed)
    {
        var random = new Random(seed);
        var events = ReplayScript.Write(conversation, conversationId, startedAt)
            .Select(webhook => new SimulatedEvent(conversationId, startedAt + webhook.At, webhook))
            .ToList();
        for (var turn = 0; turn < conversation.Turns.Count; turn++)
        {
            var at = startedAt + conversation.Turns[turn].At + ChangedAfter;
            if (random.NextDouble() < Edited)
            {
                var text = $"{conversation.Turns[turn].Text} (12 h, 3 x)";
                events.Add(new(conversationId, at, ReplayScript.Edit(conversation, conversationId, turn, text, at)));
            }

            if (random.NextDouble() < Deleted)
            {
                at += ChangedAfter;
                events.Add(new(conversationId, at, ReplayScript.Delete(conversation, conversationId, turn, at)));
            }
        }

        return [.. events.OrderBy(happening => happening.SentAt)];
    }
}
