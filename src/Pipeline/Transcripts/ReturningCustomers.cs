using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Transcripts.Index;

namespace Pipeline.Transcripts;

/// <summary>
/// Knows customers who come back by the index of transcripts, which keeps the closed conversations of a customer under a keyed hash, newest
/// first: nothing more is kept for it, and it is forgotten with the transcripts. Without a key it knows nobody.
/// </summary>
public sealed class ReturningCustomers(ITables tables, IOptions<TranscriptOptions> options) : IReturningCustomers
{
    // The newest conversations of one customer: the one before this is among them, unless so many run at once.
    private const int Newest = 5;

    /// <inheritdoc/>
    public async Task<string?> FormerAdvisorAsync(Conversation conversation, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (conversation.CustomerId is not { } customer || options.Value.CustomerHashKey is not { Length: > 0 } key)
        {
            return null;
        }

        var page = await tables.QueryAsync(
            TableNames.Transcripts,
            new TableQuery(IndexKeys.CustomerPartition(conversation.Platform, customer, key), MaxRows: Newest),
            cancellationToken);
        return page.Rows.Select(SummaryRow.Read)
            .FirstOrDefault(summary => summary.Key != conversation.Key && summary.Brand == conversation.Brand && summary.ClosedAt >= since
                && summary.AdvisorId is not null)?.AdvisorId;
    }
}
