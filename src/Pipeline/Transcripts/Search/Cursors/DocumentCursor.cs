namespace Pipeline.Transcripts.Search.Cursors;

/// <summary>Goes through the conversations of a source that match something, newest first, and never back.</summary>
internal abstract class DocumentCursor
{
    /// <summary>After the last conversation.</summary>
    public const int End = int.MaxValue;

    /// <summary>The conversation it stands at; -1 before the first.</summary>
    public int Current { get; protected set; } = -1;

    /// <summary>Goes to the first matching conversation at or after a number, unless it stands at or after it already.</summary>
    public abstract ValueTask<int> SeekAsync(int target, CancellationToken cancellationToken);
}

/// <summary>The conversations that hold a term.</summary>
internal abstract class TermCursor : DocumentCursor
{
    /// <summary>Where the term occurs in the current conversation: see <see cref="Segments.Positions"/>.</summary>
    public ReadOnlyMemory<byte> Positions { get; protected set; }
}
