using System.Net.Http.Json;
using System.Text.Json;
using Pipeline.Local.Accounts;

namespace Pipeline.Benchmarks.Processes;

/// <summary>The local host under measurement, on a free port of the loopback address and a data folder of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan DrainPatience = TimeSpan.FromMinutes(3);

    private readonly HttpClient _http;

    private readonly bool _isKept;

    private HostProcess(ChildProcess process, string folder, Uri address, bool isKept)
    {
        _isKept = isKept;
        Process = process;
        Folder = folder;
        Address = address;
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
    }

    public ChildProcess Process { get; }

    public string Folder { get; }

    public Uri Address { get; }

    public string SecretFile => GenericAccount.SecretFile(Folder);

    /// <summary>Starts it and waits until it listens.</summary>
    public static Task<HostProcess> StartAsync(CancellationToken cancellationToken) =>
        StartAsync(Directory.CreateTempSubdirectory("pipeline-benchmark-").FullName, isKept: false, cancellationToken);

    /// <summary>Starts it on a folder that is kept.</summary>
    public static Task<HostProcess> StartAsync(string folder, CancellationToken cancellationToken) => StartAsync(folder, isKept: true, cancellationToken);

    private static async Task<HostProcess> StartAsync(string folder, bool isKept, CancellationToken cancellationToken)
    {
        var process = ChildProcess.Start("Pipeline.Local", "--urls", "http://127.0.0.1:0", "--data", folder);
        var address = await process.ReadLineAsync("Listening on ", cancellationToken);
        return new HostProcess(process, folder, new Uri(address.Split(' ')[0]), isKept);
    }

    /// <summary>Waits until every queue and subscription is empty.</summary>
    /// <exception cref="InvalidOperationException">Messages were dead-lettered, or the queues do not empty.</exception>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var health = await _http.GetFromJsonAsync<JsonElement>("/api/health", cancellationToken);
            var queues = health.GetProperty("queues").EnumerateArray().ToList();
            if (queues.Exists(queue => queue.GetProperty("deadLettered").GetInt64() > 0))
            {
                throw new InvalidOperationException($"Messages were dead-lettered: {health.GetRawText()}");
            }

            if (queues.TrueForAll(queue => queue.GetProperty("active").GetInt64() + queue.GetProperty("scheduled").GetInt64() == 0))
            {
                return;
            }

            if (TimeProvider.System.GetElapsedTime(started) > DrainPatience)
            {
                throw new InvalidOperationException($"The queues did not empty: {health.GetRawText()}");
            }

            await Task.Delay(PollEvery, TimeProvider.System, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        _http.Dispose();
        if (!_isKept)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
