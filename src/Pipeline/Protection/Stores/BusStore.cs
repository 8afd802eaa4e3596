using System.Text;
using Pipeline.Ports;

namespace Pipeline.Protection.Stores;

/// <summary>
/// Dead letters of a conversation, and messages that the bus keeps back until they are due. What waits in a queue is refused when its turn comes
/// (<see cref="IErasedConversations"/>).
/// </summary>
public sealed class BusStore(BusTopology topology, IDeadLetters? deadLetters = null, IScheduledMessages? scheduled = null) : IPersonalStore
{
    private const int Page = 250;

    /// <inheritdoc/>
    public string Name => "bus";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeptItem>> ReadAsync(string conversationKey, CancellationToken cancellationToken)
    {
        List<KeptItem> items = [];
        foreach (var source in topology.Sources)
        {
            items.AddRange((await LettersAsync(source, conversationKey, cancellationToken)).Select(letter => new KeptItem(
                "dead letter",
                new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["source"] = source,
                    ["number"] = letter.SequenceNumber,
                    ["body"] = Encoding.UTF8.GetString(letter.Message.Body.Span),
                })));
        }

        var waiting = scheduled is null ? 0 : await scheduled.CountAsync(conversationKey, cancellationToken);
        items.AddRange(Enumerable.Range(1, waiting).Select(number => new KeptItem(
            "scheduled message", new Dictionary<string, object>(StringComparer.Ordinal) { ["number"] = number })));
        return items;
    }

    /// <inheritdoc/>
    public async Task EraseAsync(string conversationKey, CancellationToken cancellationToken)
    {
        foreach (var source in topology.Sources)
        {
            long[] numbers = [.. (await LettersAsync(source, conversationKey, cancellationToken)).Select(letter => letter.SequenceNumber)];
            if (numbers.Length > 0)
            {
                await deadLetters!.PurgeAsync(source, numbers, cancellationToken);
            }
        }

        if (scheduled is not null)
        {
            await scheduled.PurgeAsync(conversationKey, cancellationToken);
        }
    }

    private async Task<List<DeadLetter>> LettersAsync(string source, string conversationKey, CancellationToken cancellationToken)
    {
        List<DeadLetter> letters = [];
        var after = 0L;
        while (deadLetters is not null && await deadLetters.ListAsync(source, after, Page, cancellationToken) is { Count: > 0 } page)
        {
            letters.AddRange(page.Where(letter => letter.Message.PartitionKey == conversationKey));
            after = page[^1].SequenceNumber;
        }

        return letters;
    }
}
