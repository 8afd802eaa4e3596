using Pipeline.Ports;

namespace Pipeline.Tests.Transcripts.Queries;

/// <summary>Finds whatever words the same conversations.</summary>
internal sealed class FakeSearch(IEnumerable<ConversationSummary> matches) : ITranscriptSearch
{
    private readonly TranscriptMatch[] _matches =
    [
        .. matches.Select(summary => new TranscriptMatch(summary.Key, summary.StartedAt)).OrderBy(match => match.Position, StringComparer.Ordinal),
    ];

    public TextQuery Parse(string text) => new([new([text])], null);

    public Task<TranscriptMatchPage> SearchAsync(TranscriptSearch search, int maxMatches, string? after, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ITranscriptMatches Open(TranscriptSearch search) => new Matches(_matches);

    private sealed class Matches(TranscriptMatch[] matches) : ITranscriptMatches
    {
        private int _next;

        public int RowsRead => _next;

        public Task<TranscriptMatch?> NextAsync(string? from, CancellationToken cancellationToken)
        {
            while (_next < matches.Length && from is not null && string.CompareOrdinal(matches[_next].Position, from) < 0)
            {
                _next++;
            }

            return Task.FromResult(_next < matches.Length ? matches[_next++] : null);
        }
    }
}
