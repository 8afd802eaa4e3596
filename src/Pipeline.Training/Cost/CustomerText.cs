using Pipeline.Messages;
using Pipeline.Replay;

namespace Pipeline.Training.Cost;

/// <summary>A customer's message as an analysing service would bill it.</summary>
/// <param name="Records">Text records: each started thousand characters.</param>
public readonly record struct CustomerText(int Records)
{
    private const int CharactersARecord = 1000;

    /// <summary>The customers' messages of some conversations.</summary>
    public static IReadOnlyList<CustomerText> Of(IEnumerable<RecordedConversation> conversations) =>
    [
        .. conversations.SelectMany(conversation => conversation.Turns)
            .Where(turn => turn.Role == SenderRole.Customer)
            .Select(turn => new CustomerText(Math.Max(1, (turn.Text.Length + CharactersARecord - 1) / CharactersARecord))),
    ];
}
