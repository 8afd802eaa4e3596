namespace Pipeline.Ports;

/// <summary>Keeps what was made from closed conversations up to date when a row of one is written beside the path of messages.</summary>
public interface IClosedRecords
{
    /// <summary>
    /// A row of the conversation was written. If it is closed by now, the index and all that is made from it are written again; else nothing is done,
    /// for its close will. To be called after the row stands, and again when the same row is found standing: a run may have ended in between.
    /// One point read while the conversation is open.
    /// </summary>
    Task WrittenAsync(string conversationKey, CancellationToken cancellationToken);
}
