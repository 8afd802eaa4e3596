using Pipeline.Transcripts.Search.Segments;

namespace Pipeline.Transcripts.Search.Cursors;

/// <summary>Conversations numbered newest first, with the terms they hold: a segment, or the recent rows.</summary>
internal interface ISearchSource
{
    /// <summary>The time of its first conversation.</summary>
    long NewestTime { get; }

    /// <summary>The time of its last conversation.</summary>
    long OldestTime { get; }

    /// <summary>How many rows were read of it.</summary>
    int RowsRead { get; }

    /// <summary>The conversations that hold a term.</summary>
    TermCursor Open(string term);

    /// <summary>The terms that begin so, at most so many and one more.</summary>
    ValueTask<IReadOnlyList<string>> TermsAsync(string beginning, int most, CancellationToken cancellationToken);

    /// <summary>Whether a conversation does not count any more.</summary>
    bool IsGone(int ordinal);

    /// <summary>Makes sure that the places of conversations are at hand.</summary>
    Task LoadAsync(IReadOnlyList<int> ordinals, CancellationToken cancellationToken);

    /// <summary>The place of a conversation that was loaded.</summary>
    DocumentPlace Place(int ordinal);

    /// <summary>The first conversation at or after a place.</summary>
    ValueTask<int> OrdinalAsync(DocumentPlace place, CancellationToken cancellationToken);
}
