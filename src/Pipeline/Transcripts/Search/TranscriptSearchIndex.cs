using Pipeline.Ports;
using Pipeline.Transcripts.Search.Queries;

namespace Pipeline.Transcripts.Search;

/// <summary>The search over the rows of the table <see cref="TableNames.Search"/>.</summary>
public sealed class TranscriptSearchIndex(ITables tables) : ITranscriptSearch
{
    /// <inheritdoc/>
    public TextQuery Parse(string text) => TextQueryParser.Parse(text);

    /// <inheritdoc/>
    public async Task<TranscriptMatchPage> SearchAsync(
        TranscriptSearch search, int maxMatches, string? after, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxMatches, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxMatches, TableQuery.MaxPage);
        var matches = Open(search);
        var page = new List<TranscriptMatch>();
        var from = after is null ? null : after + ' ';
        while (page.Count < maxMatches && await matches.NextAsync(from, cancellationToken) is { } match)
        {
            page.Add(match);
            from = null;
        }

        return new TranscriptMatchPage(page, page.Count == maxMatches, matches.RowsRead);
    }

    /// <inheritdoc/>
    public ITranscriptMatches Open(TranscriptSearch search) => new TranscriptMatches(tables, search);
}
