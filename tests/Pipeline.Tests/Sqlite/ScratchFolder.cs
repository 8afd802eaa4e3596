namespace Pipeline.Tests.Sqlite;

/// <summary>A folder for one test, removed after it.</summary>
public sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("pipeline-test-").FullName;

    /// <summary>A copy of the files as they are now: what a crash at this moment would leave.</summary>
    public ScratchFolder Copy()
    {
        var copy = new ScratchFolder();
        foreach (var file in Directory.EnumerateFiles(Path).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            // The bus holds its file locked against other programs; reading it is allowed all the same.
            using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var target = File.Create(System.IO.Path.Combine(copy.Path, System.IO.Path.GetFileName(file)));
            source.CopyTo(target);
        }

        return copy;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
