using System.Runtime.CompilerServices;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Export;

/// <summary>All conversations that meet a query, newest first: page after page of the index, the next one read while one is written.</summary>
public sealed class ExportListing(ITranscriptQueries queries)
{
    private const int PageSize = 1_000;

    /// <summary>Reads the first page, so that what is wrong with the query shows before anything is written.</summary>
    /// <param name="query">Which.</param>
    /// <param name="after">The position of the last row that the client has: its conversation comes first again. Null from the start.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The conversations, to be gone through once.</returns>
    /// <exception cref="TextQueryException">The words cannot be searched by; the message says why.</exception>
    public async Task<IAsyncEnumerable<ConversationSummary>> OpenAsync(
        TranscriptQuery query, ExportPosition? after, CancellationToken cancellationToken)
    {
        if (after is { } position && position.StartedAt.AddTicks(1) is var end && (query.Before is null || end < query.Before))
        {
            query = query with { Before = end };
        }

        return ListAsync(query, await queries.QueryAsync(query, PageSize, null, cancellationToken), cancellationToken);
    }

    private async IAsyncEnumerable<ConversationSummary> ListAsync(
        TranscriptQuery query, TranscriptPage page, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = page.Continuation is { } continuation
                ? queries.QueryAsync(query, PageSize, continuation, cancellationToken)
                : null;
            foreach (var summary in page.Conversations)
            {
                yield return summary;
            }

            if (next is null)
            {
                yield break;
            }

            page = await next;
        }
    }
}
