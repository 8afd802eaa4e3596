namespace Pipeline.AzureServices.Language;

/// <summary>
/// Sends what callers ask at about the same time in one request: the first document of a request waits a little for others, and a full request
/// leaves at once. A request is called off when nobody waits for it any more. Thread-safe.
/// </summary>
/// <typeparam name="TAnswer">The answer to one document.</typeparam>
/// <param name="most">The most documents of one request.</param>
/// <param name="wait">How long the first one waits for others.</param>
/// <param name="clock">Times the wait.</param>
/// <param name="send">
/// Sends documents: gives an answer for each, in their order. An answer is a task, so that one document can fail without the others.
/// </param>
internal sealed class DocumentGathering<TAnswer>(
    int most,
    TimeSpan wait,
    TimeProvider clock,
    Func<IReadOnlyList<Document>, CancellationToken, Task<IReadOnlyList<Task<TAnswer>>>> send)
{
    private readonly Lock _gate = new();
    private Request? _open;

    /// <summary>Asks about one document.</summary>
    public async Task<TAnswer> AskAsync(Document document, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Request request;
        int index;
        bool opened, full;
        lock (_gate)
        {
            opened = _open is null;
            request = _open ??= new Request();
            index = request.Documents.Count;
            request.Documents.Add(document);
            full = request.Documents.Count == most;
            _open = full ? null : _open;
        }

        // Nobody awaits these two: each tells its outcome through the request's answers.
        if (full)
        {
            _ = SendAsync(request);
        }
        else if (opened)
        {
            _ = SendLaterAsync(request);
        }

        try
        {
            var answers = await request.Answers.Task.WaitAsync(cancellationToken);
            return await answers[index];
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            CallOff(request);
            throw;
        }
    }

    private async Task SendLaterAsync(Request request)
    {
        await Task.Delay(wait, clock);
        lock (_gate)
        {
            if (_open != request)
            {
                return;
            }

            _open = null;
        }

        await SendAsync(request);
    }

    private async Task SendAsync(Request request)
    {
        try
        {
            request.Answers.TrySetResult(await send(request.Documents, request.NobodyWaits.Token));
        }
#pragma warning disable CA1031 // Whatever went wrong, those who wait must hear of it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            request.Answers.TrySetException(exception);

            // All of them may have gone: then the failure is nobody's.
            _ = request.Answers.Task.Exception;
        }
    }

    private void CallOff(Request request)
    {
        bool last;
        lock (_gate)
        {
            request.Gone++;
            last = request != _open && request.Gone == request.Documents.Count;
        }

        if (last)
        {
            request.NobodyWaits.Cancel();
        }
    }

    /// <summary>The documents of one request. Its cancellation source has no timer, so there is nothing to dispose of.</summary>
    private sealed class Request
    {
        public List<Document> Documents { get; } = [];

        public TaskCompletionSource<IReadOnlyList<Task<TAnswer>>> Answers { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

#pragma warning disable CA2213, CA1001
        public CancellationTokenSource NobodyWaits { get; } = new();
#pragma warning restore CA2213, CA1001

        public int Gone { get; set; }
    }
}
