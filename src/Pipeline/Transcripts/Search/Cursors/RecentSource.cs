using System.Text;
using Pipeline.Transcripts.Search.Segments;
using Pipeline.Transcripts.Search.Upkeep;

namespace Pipeline.Transcripts.Search.Cursors;

/// <summary>The recent rows as a source: each is looked through for each term.</summary>
internal sealed class RecentSource : ISearchSource
{
    private readonly RecentConversation[] _conversations;

    /// <summary>The source of the rows that hold terms.</summary>
    public RecentSource(IEnumerable<RecentConversation> conversations) =>
        _conversations = [.. conversations.Where(conversation => conversation.Terms is not null).OrderBy(conversation => conversation.Place)];

    /// <inheritdoc/>
    public long NewestTime => _conversations.Length > 0 ? _conversations[0].Place.Time : long.MaxValue;

    /// <inheritdoc/>
    public long OldestTime => _conversations.Length > 0 ? _conversations[^1].Place.Time : -1;

    /// <inheritdoc/>
    public int RowsRead => 0;

    /// <inheritdoc/>
    public TermCursor Open(string term)
    {
        var bytes = Encoding.UTF8.GetBytes(term);
        var found = new List<(int, ReadOnlyMemory<byte>)>();
        for (var ordinal = 0; ordinal < _conversations.Length; ordinal++)
        {
            if (DocumentTerms.TryFind(_conversations[ordinal].Terms!, bytes, out var positions))
            {
                found.Add((ordinal, positions));
            }
        }

        return new ListCursor(found);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> TermsAsync(string beginning, int most, CancellationToken cancellationToken)
    {
        var terms = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var conversation in _conversations)
        {
            terms.UnionWith(DocumentTerms.Read(conversation.Terms!)
                .Select(pair => pair.Term)
                .Where(term => term.StartsWith(beginning, StringComparison.Ordinal)));
        }

        return ValueTask.FromResult<IReadOnlyList<string>>([.. terms.Take(most + 1)]);
    }

    /// <inheritdoc/>
    public bool IsGone(int ordinal) => false;

    /// <inheritdoc/>
    public Task LoadAsync(IReadOnlyList<int> ordinals, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public DocumentPlace Place(int ordinal) => _conversations[ordinal].Place;

    /// <inheritdoc/>
    public ValueTask<int> OrdinalAsync(DocumentPlace place, CancellationToken cancellationToken)
    {
        var first = Array.FindIndex(_conversations, conversation => conversation.Place.CompareTo(place) >= 0);
        return ValueTask.FromResult(first < 0 ? _conversations.Length : first);
    }

    private sealed class ListCursor(List<(int Ordinal, ReadOnlyMemory<byte> Positions)> found) : TermCursor
    {
        private int _next;

        public override ValueTask<int> SeekAsync(int target, CancellationToken cancellationToken)
        {
            while (Current < target)
            {
                (Current, Positions) = _next < found.Count ? found[_next++] : (End, default);
            }

            return ValueTask.FromResult(Current);
        }
    }
}
