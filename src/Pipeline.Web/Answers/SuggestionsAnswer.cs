using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Web.Answers;

/// <summary>The reply suggestions an advisor may look at now. They are offers: the advisor may use, change or ignore them.</summary>
public sealed record SuggestionsAnswer
{
    /// <summary>The conversation's key.</summary>
    public required string Key { get; init; }

    /// <summary>The customer's message they were made for; null while none were made.</summary>
    public string? MessageId { get; init; }

    /// <summary>When that message was sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Whether a customer or an advisor wrote after it, or the conversation was closed: they may no longer fit.</summary>
    public required bool Stale { get; init; }

    /// <summary>The suggestions, best first; empty when none were made or nothing good enough was found.</summary>
    public required IReadOnlyList<Suggestion> Suggestions { get; init; }

    /// <summary>The suggestions of the last customer's message that has some.</summary>
    public static SuggestionsAnswer From(ConversationTranscript transcript)
    {
        var key = transcript.Conversation.Key;
        for (var index = transcript.Messages.Count - 1; index >= 0; index--)
        {
            var message = transcript.Messages[index];
            if (message is { Suggestions: { } suggestions, Sender.Role: SenderRole.Customer, DeletedAt: null })
            {
                var stale = transcript.Messages.Skip(index + 1).Any(MovesOn);
                return new() { Key = key, MessageId = message.Id, SentAt = message.SentAt, Stale = stale, Suggestions = suggestions };
            }
        }

        return new() { Key = key, Stale = false, Suggestions = [] };
    }

    private static bool MovesOn(TranscriptMessage message) => message.DeletedAt is null && message.Kind switch
    {
        MessageKind.Message => message.Sender.Role is SenderRole.Customer or SenderRole.Advisor,
        MessageKind.Close => true,
        _ => false,
    };
}
