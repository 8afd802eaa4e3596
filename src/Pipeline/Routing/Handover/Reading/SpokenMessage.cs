using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Routing.Handover.Reading;

/// <summary>A message that somebody wrote, with its sentences.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Role">Who wrote.</param>
/// <param name="Text">The masked text.</param>
/// <param name="Sentences">Its sentences, in order.</param>
internal sealed record SpokenMessage(string Id, SenderRole Role, string Text, IReadOnlyList<SpokenSentence> Sentences)
{
    /// <summary>Whether it was written for the service.</summary>
    public bool IsService => Role is SenderRole.Advisor or SenderRole.Bot;

    /// <summary>Whether the customer wrote it.</summary>
    public bool IsCustomer => Role == SenderRole.Customer;

    /// <summary>What customer, advisors and bots wrote, in order, without what was deleted.</summary>
    public static IReadOnlyList<SpokenMessage> In(ConversationTranscript transcript) =>
    [
        .. transcript.Messages
            .Where(message => message is { Kind: MessageKind.Message, DeletedAt: null }
                && message.Sender.Role is SenderRole.Customer or SenderRole.Advisor or SenderRole.Bot)
            .Select(message => new SpokenMessage(message.Id, message.Sender.Role, message.Text, [.. SpokenSentence.In(message.Text)])),
    ];
}
