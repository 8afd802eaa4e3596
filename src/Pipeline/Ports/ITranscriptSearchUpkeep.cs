namespace Pipeline.Ports;

/// <summary>Keeps the index by which transcripts are searched in shape. Two at once are harmless.</summary>
public interface ITranscriptSearchUpkeep
{
    /// <summary>Works off what came since the last time: cheap when little did. Searches are right without it, and read more rows.</summary>
    Task MaintainAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Takes conversations out for good: when the task has completed, no row of the index names them or holds a word of theirs. It writes every part of
    /// the index anew that held one of them, so many at once cost as much as one. Harmless when nothing of them stands.
    /// </summary>
    Task EraseAsync(IReadOnlyCollection<string> conversationKeys, CancellationToken cancellationToken);
}
