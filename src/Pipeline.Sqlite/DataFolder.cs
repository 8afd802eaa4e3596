using System.Collections.Concurrent;

namespace Pipeline.Sqlite;

/// <summary>
/// The folder that holds <c>bus.db</c> and <c>tables.db</c>, held for this process alone until disposed: locks of messages live in
/// memory, so
/// two processes on one folder would deliver twice.
/// </summary>
public sealed class DataFolder : IDisposable
{
    private const string LockFile = "in-use.lock";

    private readonly FileStream _lock;
    private readonly ConcurrentQueue<string> _reports = [];

    private DataFolder(string path, FileStream lockFile)
    {
        Path = path;
        _lock = lockFile;
    }

    /// <summary>The full path of the folder.</summary>
    public string Path { get; }

    /// <summary>What was found damaged on opening its files and could be left out, a sentence each: for the person who runs the host.</summary>
    public IReadOnlyCollection<string> Reports => _reports;

    /// <summary>Takes the folder, making it if it is not there.</summary>
    /// <exception cref="DataFolderException">It cannot be made or written, or another process holds it.</exception>
    public static DataFolder Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(full);
            var options = new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                BufferSize = 0,
            };
            return new DataFolder(full, new FileStream(System.IO.Path.Combine(full, LockFile), options));
        }
        catch (IOException exception) when (IsHeld(exception))
        {
            throw new DataFolderException(
                $"The data folder {full} is in use by another process. Stop that one, or choose another folder.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new DataFolderException(
                $"The data folder {full} cannot be written: {exception.Message} Make it writable for this user, or choose another folder.",
                exception);
        }
    }

    /// <summary>Gives the folder free. Dispose what uses it first.</summary>
    public void Dispose() => _lock.Dispose();

    /// <summary>Something was found damaged.</summary>
    internal void Report(string what) => _reports.Enqueue(what);

    /// <summary>The path of a file in the folder.</summary>
    internal string FilePath(string name) => System.IO.Path.Combine(Path, name);

    // Windows: a sharing or lock violation. Elsewhere .NET takes an advisory lock and gives the error number: EAGAIN of Linux or of BSD.
    private static bool IsHeld(IOException exception) => OperatingSystem.IsWindows()
        ? (exception.HResult & 0xFFFF) is 32 or 33
        : exception.HResult is 11 or 35;
}
