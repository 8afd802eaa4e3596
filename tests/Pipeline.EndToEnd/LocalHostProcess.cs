using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Replay;

namespace Pipeline.EndToEnd;

/// <summary>The local host as a process of its own, on a free port and a data folder of its own.</summary>
internal sealed class LocalHostProcess : IAsyncDisposable
{
    private const string Listening = "Listening on ";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LocalHostProcess(Process process, string dataFolder)
    {
        _process = process;
        DataFolder = dataFolder;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string DataFolder { get; }

    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>All that it printed.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>The most memory it ever held at once, in MiB; null where the system does not tell.</summary>
    public long? PeakMemoryMiB => OperatingSystem.IsLinux()
        ? long.Parse(
            File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))[6..^2],
            CultureInfo.InvariantCulture) / 1024
        : null;

    /// <summary>The secret of <c>generic/demo</c>.</summary>
    public string Secret => File.ReadAllText(Path.Combine(DataFolder, "generic-demo.secret")).Trim();

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="dataFolder">The data folder of another that was stopped; null for a new one.</param>
    /// <param name="environment">Settings.</param>
    /// <param name="arguments">More arguments.</param>
    public static async Task<LocalHostProcess> StartAsync(
        CancellationToken cancellationToken,
        string? dataFolder = null,
        IReadOnlyDictionary<string, string>? environment = null,
        params string[] arguments)
    {
        var host = Begin(dataFolder, environment, arguments);
        try
        {
            await host.ReadyAsync(cancellationToken);
            return host;
        }
        catch (Exception exception)
        {
            await host.DisposeAsync();
            throw new InvalidOperationException($"The host did not start. It printed:\n{host.Output}", exception);
        }
    }

    /// <summary>Starts it and does not wait: it may be ended while it starts.</summary>
    public static LocalHostProcess Begin(
        string? dataFolder = null, IReadOnlyDictionary<string, string>? environment = null, params string[] arguments)
    {
        var folder = dataFolder ?? Directory.CreateTempSubdirectory("pipeline-").FullName;
        return new LocalHostProcess(
            HostProgram.Start(HostProgram.Local, ["--urls", "http://127.0.0.1:0", "--data", folder, .. arguments], environment), folder);
    }

    /// <summary>Waits until it is ready.</summary>
    public async Task ReadyAsync(CancellationToken cancellationToken)
    {
        Http.BaseAddress = await _address.Task.WaitAsync(Patience, cancellationToken);
        await UntilAsync(async () =>
        {
            using var answer = await Http.GetAsync("/api/health/ready", cancellationToken);
            return answer.IsSuccessStatusCode;
        }, cancellationToken);
    }

    /// <summary>Sends webhooks to <c>generic/demo</c>, one after the other; each must be accepted.</summary>
    public async Task SendAsync(IEnumerable<ReplayedEvent> webhooks, CancellationToken cancellationToken)
    {
        var client = new GenericWebhookClient(Http, new Uri(Http.BaseAddress!, "/api/webhooks/generic/demo"), Secret, TimeProvider.System);
        foreach (var webhook in webhooks)
        {
            var answer = await client.SendAsync(webhook, cancellationToken);
            Assert.True(answer.Accepted, $"{answer.Status}: {answer.Detail}");
        }
    }

    /// <summary>Reads a conversation of <c>generic/demo</c> until it is as wanted.</summary>
    public async Task<ConversationTranscript> TranscriptAsync(
        string conversationId, Func<ConversationTranscript, bool> isWanted, CancellationToken cancellationToken)
    {
        ConversationTranscript? transcript = null;
        var key = ConversationKeys.Conversation("generic", "demo", conversationId);
        await UntilAsync(async () =>
        {
            using var answer = await Http.GetAsync($"/api/conversations/{Uri.EscapeDataString(key)}", cancellationToken);
            transcript = answer.IsSuccessStatusCode
                ? JsonSerializer.Deserialize(
                    await answer.Content.ReadAsByteArrayAsync(cancellationToken), PipelineJson.Default.ConversationTranscript)
                : null;
            return transcript is not null && isWanted(transcript);
        }, cancellationToken);
        return transcript!;
    }

    /// <summary>Asks again and again, until it is so or a minute has passed.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            Assert.False(_process.HasExited, $"The host has ended. It printed:\n{Output}");
            Assert.True(
                TimeProvider.System.GetElapsedTime(started) < Patience, $"It did not come to that in six minutes. The host printed:\n{Output}");
            await Task.Delay(PollEvery, TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>Ends it as the system's service manager would (SIGTERM).</summary>
    /// <returns>The exit code, and how long it took.</returns>
    public async Task<(int ExitCode, TimeSpan Took)> TerminateAsync(CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        using (var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {_process.Id}"]))
        {
            await kill.WaitForExitAsync(cancellationToken);
        }

        await _process.WaitForExitAsync(cancellationToken);
        return (_process.ExitCode, TimeProvider.System.GetElapsedTime(started));
    }

    /// <summary>Ends it as a power cut would (SIGKILL). The data folder stays.</summary>
    public async Task CrashAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
        Http.Dispose();
        if (Directory.Exists(DataFolder))
        {
            Directory.Delete(DataFolder, recursive: true);
        }
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            _address.TrySetException(new InvalidOperationException("The host ended."));
            return;
        }

        _lines.Enqueue(line);
        if (line.StartsWith(Listening, StringComparison.Ordinal))
        {
            _address.TrySetResult(new Uri(line[Listening.Length..].Split(' ')[0]));
        }
    }
}
