using System.Diagnostics;

namespace Pipeline.EndToEnd.Crashes;

/// <summary>A disk of its own for a test: a tmpfs, which only root can mount, and only on Linux.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const int Mebibyte = 1024 * 1024;

    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    /// <summary>Mounts it; null where that is not possible.</summary>
    /// <param name="mebibytes">Its size.</param>
    public static async Task<SmallDisk?> TryMountAsync(int mebibytes)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var path = Directory.CreateTempSubdirectory("pipeline-disk-").FullName;
        if (await RunAsync("mount", "-t", "tmpfs", "-o", $"size={mebibytes}m", "tmpfs", path))
        {
            return new SmallDisk(path);
        }

        Directory.Delete(path);
        return null;
    }

    /// <summary>Takes room away until hardly more than so many mebibytes are left.</summary>
    public async Task FillAsync(int leaving, CancellationToken cancellationToken)
    {
        await using var file = File.Create(Ballast);
        var block = new byte[Mebibyte];
        while (new DriveInfo(Path).AvailableFreeSpace > (leaving + 1L) * Mebibyte)
        {
            await file.WriteAsync(block, cancellationToken);
            await file.FlushAsync(cancellationToken);
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Free() => File.Delete(Ballast);

    /// <summary>Makes it writable or not.</summary>
    public Task<bool> ProtectAsync() => RunAsync("mount", "-o", "remount,ro", Path);

    public async ValueTask DisposeAsync()
    {
        // Lazily: a host that has just been ended may not have let go of its files yet.
        await RunAsync("umount", "-l", Path);
        Directory.Delete(Path);
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            await process.WaitForExitAsync(CancellationToken.None);
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
