namespace Pipeline.Ports;

/// <summary>
/// Takes what was deleted out of the files of an embedded storage, where it stands until its place is used again. A storage service does this
/// itself and has no such port.
/// </summary>
public interface IStorageCompaction
{
    /// <summary>Writes each file anew with what is there, and empties its log. Writers wait meanwhile: some seconds a gigabyte.</summary>
    Task<IReadOnlyList<CompactedFile>> CompactAsync(CancellationToken cancellationToken);
}

/// <summary>A file that was compacted.</summary>
/// <param name="Name">Its name in the data folder.</param>
/// <param name="BytesBefore">Its size before, with its log.</param>
/// <param name="BytesAfter">Its size after, with its log.</param>
public sealed record CompactedFile(string Name, long BytesBefore, long BytesAfter);
