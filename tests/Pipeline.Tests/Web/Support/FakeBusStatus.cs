using Pipeline.Ports;

namespace Pipeline.Tests.Web.Support;

/// <summary>A bus whose depths a test sets; it can fail, or never answer.</summary>
public sealed class FakeBusStatus : IBusStatus
{
    public IReadOnlyList<QueueDepth> Depths { get; set; } = [];

    public Exception? Failure { get; set; }

    public bool NeverAnswers { get; set; }

    public int Reads { get; private set; }

    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<IReadOnlyList<QueueDepth>> ReadDepthsAsync(CancellationToken cancellationToken)
    {
        Reads++;
        Asked.TrySetResult();
        if (NeverAnswers)
        {
            return new TaskCompletionSource<IReadOnlyList<QueueDepth>>().Task;
        }

        return Failure is null ? Task.FromResult(Depths) : throw Failure;
    }
}
