using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Suggestions.Drafting;

/// <summary>
/// Asks for a draft later, on the queue of drafts: the library's suggestions go at once, and of a burst of messages only the last is still the
/// head of its conversation when its turn comes. Where drafting is off nothing is sent, and the queue costs nothing.
/// </summary>
public sealed class DraftRequests(IBus bus, CheckedDrafter drafter, IOptions<DraftingOptions> options, TimeProvider clock)
{
    /// <summary>Asks for a draft that answers this message. Asked again, the bus drops the copy.</summary>
    public async Task AskAsync(MessageScored message, CancellationToken cancellationToken)
    {
        if (drafter.IsOnFor(message.Conversation.Brand))
        {
            var request = Envelope.Wrap(message) with { ScheduledFor = clock.GetUtcNow() + options.Value.Quiet };
            await bus.SendAsync(Entities.Drafts, [request], cancellationToken);
        }
    }
}
