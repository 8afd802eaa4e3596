using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Pipeline.Benchmarks.Processes;

/// <summary>A program built beside this one, as a process of its own.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    private ChildProcess(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>CPU seconds so far, of user and kernel.</summary>
    public double CpuSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>The memory it holds, in bytes.</summary>
    public long Bytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The most memory it ever held, in bytes.</summary>
    public long PeakBytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts a program.</summary>
    /// <param name="program">The name of its assembly.</param>
    /// <param name="arguments">The arguments.</param>
    public static ChildProcess Start(string program, params IEnumerable<string> arguments)
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var start = new ProcessStartInfo(Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, $"{program}.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>Starts this program with a hidden command.</summary>
    public static ChildProcess StartOwn(params IEnumerable<string> arguments) => Start("Pipeline.Benchmarks", arguments);

    /// <summary>
    /// Reads its output up to the line that begins so, and returns the rest of that line. What it prints after that is let go: a pipe that
    /// nobody empties would stop the process at its next line of log.
    /// </summary>
    public async Task<string> ReadLineAsync(string beginning, CancellationToken cancellationToken)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return line[beginning.Length..];
            }
        }

        throw new InvalidOperationException($"A process ended without the line '{beginning}…'. It printed:\n{_errors}");
    }

    /// <summary>Asks it to stop (SIGTERM), and waits.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {_process.Id}"]);
        await kill.WaitForExitAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private void Note(string? line)
    {
        if (line is not null && _errors.Length < 10_000)
        {
            _errors.AppendLine(line);
        }
    }
}
