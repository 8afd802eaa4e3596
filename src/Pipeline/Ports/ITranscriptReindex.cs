namespace Pipeline.Ports;

/// <summary>Makes the index of transcripts again from the conversations, and all that is made from closed ones.</summary>
public interface ITranscriptReindex
{
    /// <summary>
    /// Does a slice of it: some seconds of work. Safe while messages arrive, and to be repeated: each conversation is written as its rows are now.
    /// </summary>
    /// <param name="continuation">Where the slice before ended; null to begin.</param>
    /// <param name="cancellationToken">Gives up; what was done stays done.</param>
    /// <exception cref="FormatException">The continuation is not one that a slice returned.</exception>
    Task<ReindexSlice> RunAsync(string? continuation, CancellationToken cancellationToken);
}

/// <summary>What a slice of re-indexing did.</summary>
/// <param name="Indexed">Conversations that were indexed.</param>
/// <param name="Removed">Conversations that were in the index and are no more: they were taken out.</param>
/// <param name="Failed">Conversations that could not be indexed; the log says why.</param>
/// <param name="Continuation">Where the next slice starts; null when all is done.</param>
public sealed record ReindexSlice(int Indexed, int Removed, int Failed, string? Continuation);
