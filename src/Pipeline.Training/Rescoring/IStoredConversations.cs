using Pipeline.Ports;

namespace Pipeline.Training.Rescoring;

/// <summary>Where the conversations are read that are scored again.</summary>
internal interface IStoredConversations
{
    /// <summary>The conversations that started on a day (UTC), newest first; a page of them is held at a time.</summary>
    IAsyncEnumerable<ConversationSummary> ListDayAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>A conversation with its messages as they stand; null when it is not there any more.</summary>
    Task<ConversationTranscript?> ReadAsync(string conversationKey, CancellationToken cancellationToken);
}
