using System.Runtime.CompilerServices;
using Pipeline.Ports;

namespace Pipeline.Training.Rescoring;

/// <summary>Conversations read straight from tables.</summary>
/// <param name="transcripts">Reads them.</param>
internal sealed class TablesConversations(ITranscripts transcripts) : IStoredConversations
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<ConversationSummary> ListDayAsync(DateOnly day, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? continuation = null;
        do
        {
            var page = await transcripts.ListDayAsync(day, TableQuery.MaxPage, continuation, cancellationToken);
            foreach (var summary in page.Conversations)
            {
                yield return summary;
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }

    /// <inheritdoc/>
    public Task<ConversationTranscript?> ReadAsync(string conversationKey, CancellationToken cancellationToken) =>
        transcripts.ReadAsync(conversationKey, cancellationToken);
}
