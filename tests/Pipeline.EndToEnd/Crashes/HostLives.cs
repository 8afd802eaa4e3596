namespace Pipeline.EndToEnd.Crashes;

/// <summary>The local host on one data folder, through its lives: ended again and again, and started again.</summary>
internal sealed class HostLives(string dataFolder, IReadOnlyDictionary<string, string> environment) : IAsyncDisposable
{
    private readonly List<LocalHostProcess> _lives = [];
    private TaskCompletionSource<LocalHostProcess> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The host, once it is ready: the one that lives now, or the next.</summary>
    public Task<LocalHostProcess> Ready => Volatile.Read(ref _ready).Task;

    /// <summary>Starts the next life and waits until it is ready.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var host = Begin();
        await host.ReadyAsync(cancellationToken);
        _ready.SetResult(host);
    }

    /// <summary>Ends the life that is ready, without any warning.</summary>
    public async Task CrashAsync(CancellationToken cancellationToken)
    {
        var host = await Ready;
        Volatile.Write(ref _ready, new(TaskCreationOptions.RunContinuationsAsynchronously));
        await host.CrashAsync(cancellationToken);
    }

    /// <summary>Starts a life and ends it after a while, ready or not.</summary>
    public async Task StartAndCrashAsync(TimeSpan after, CancellationToken cancellationToken)
    {
        var host = Begin();
        await Task.Delay(after, TimeProvider.System, cancellationToken);
        await host.CrashAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var life in _lives)
        {
            await life.DisposeAsync();
        }
    }

    private LocalHostProcess Begin()
    {
        var host = LocalHostProcess.Begin(dataFolder, environment);
        _lives.Add(host);
        return host;
    }
}
