namespace Pipeline.EndToEnd.Crashes;

/// <summary>How many webhooks of a load were answered 2xx. Thread-safe.</summary>
internal sealed class LoadProgress
{
    private readonly TaskCompletionSource[] _reached;
    private int _answered;
    private int _repeated;

    public LoadProgress(int webhooks)
    {
        _reached = [.. Enumerable.Range(0, webhooks + 1).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];
        _reached[0].SetResult();
    }

    /// <summary>How many had to be sent more than once.</summary>
    public int Repeated => _repeated;

    /// <summary>One more was answered 2xx, after so many attempts.</summary>
    public void Answered(int attempts)
    {
        _reached[Interlocked.Increment(ref _answered)].SetResult();
        Interlocked.Add(ref _repeated, attempts > 1 ? 1 : 0);
    }

    /// <summary>Waits until so many were answered.</summary>
    public Task ReachedAsync(int webhooks, CancellationToken cancellationToken) => _reached[webhooks].Task.WaitAsync(cancellationToken);
}
