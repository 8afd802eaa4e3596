using Pipeline.Messages;
using Pipeline.Replay;

namespace Pipeline.EndToEnd.Crashes;

/// <summary>What the platform says in a run: the bundled conversations, many times over, each copy under an id of its own.</summary>
/// <param name="Conversations">The webhooks of each conversation, in order, by its id.</param>
internal sealed record CrashLoad(IReadOnlyList<CrashConversation> Conversations)
{
    // So that a conversation fits into minutes and not hours; the sent times stay apart.
    private const double Speed = 20;

    /// <summary>How many webhooks there are.</summary>
    public int Webhooks => Conversations.Sum(conversation => conversation.Webhooks.Count);

    /// <summary>
    /// Makes it. Two of three conversations are closed in the end; the third stays open and ends with a customer's message, so that there
    /// are places held and suggestions that must have reached the platform.
    /// </summary>
    public static async Task<CrashLoad> MakeAsync(int copies, DateTimeOffset startedAt, CancellationToken cancellationToken)
    {
        var recorded = new List<RecordedConversation>();
        foreach (var file in new[] { "conversations.fr.jsonl", "conversations.en.jsonl" })
        {
            await foreach (var conversation in ConversationFile
                .ReadAsync(Path.Combine(AppContext.BaseDirectory, "Data", file), cancellationToken))
            {
                recorded.Add(conversation);
            }
        }

        return new CrashLoad(
        [
            .. Enumerable.Range(0, copies).SelectMany(copy => recorded.Select((conversation, index) =>
                Play(conversation, $"{conversation.Id}-{copy}", startedAt, isLeftOpen: (copy + index) % 3 == 0))),
        ]);
    }

    private static CrashConversation Play(RecordedConversation conversation, string id, DateTimeOffset startedAt, bool isLeftOpen)
    {
        var webhooks = ReplayScript.Write(conversation, id, startedAt, Speed);
        var turns = conversation.Turns.ToList();
        var lastOfCustomer = turns.FindLastIndex(turn => turn.Role == SenderRole.Customer);
        return new CrashConversation(id, isLeftOpen ? [.. webhooks.Take(lastOfCustomer + 1)] : webhooks, isLeftOpen);
    }
}

/// <summary>One conversation of a run.</summary>
/// <param name="Id">Its id on the platform.</param>
/// <param name="Webhooks">What is said, in order.</param>
/// <param name="IsLeftOpen">Whether nobody closes it.</param>
internal sealed record CrashConversation(string Id, IReadOnlyList<ReplayedEvent> Webhooks, bool IsLeftOpen)
{
    /// <summary>Its key in the tables.</summary>
    public string Key => ConversationKeys.Conversation("generic", "demo", Id);
}
