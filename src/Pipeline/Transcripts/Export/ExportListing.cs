using System.Runtime.CompilerServices;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Export;

/// <summary>All conversations that meet a query, newest first: page after page of the index, the next one read while one is written.</summary>
public sealed class ExportListing(ITranscriptQueries queries)
{
    private const int PageSize = 1_000;

    /// <summary>The conversations.</summary>
    /// <param name="query">Which.</param>
    /// <param name="after">The position of the last row that the client has: its conversation comes first again. Null from the start.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TextQueryException">The words cannot be searched by; the message says why.</exception>
    public async IAsyncEnumerable<ConversationSummary> ListAsync(
        TranscriptQuery query, ExportPosition? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (after is { } position && position.StartedAt.AddTicks(1) is var end && (query.Before is null || end < query.Before))
        {
            query = query with { Before = end };
        }

        var next = queries.QueryAsync(query, PageSize, null, cancellationToken);
        while (true)
        {
            var page = await next;
            if (page.Continuation is { } continuation)
            {
                next = queries.QueryAsync(query, PageSize, continuation, cancellationToken);
            }

            foreach (var summary in page.Conversations)
            {
                yield return summary;
            }

            if (page.Continuation is null)
            {
                yield break;
            }
        }
    }
}
