using Pipeline.Ports;

namespace Pipeline.Tests.Support;

/// <summary>Keeps what was sent.</summary>
public sealed class RecordingBus : IBus
{
    public List<(string Entity, BusMessage Message)> Sent { get; } = [];

    /// <summary>What every send ends in; null to take it.</summary>
    public Exception? Failure { get; set; }

    public Task SendAsync(string entity, IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken)
    {
        if (Failure is not null)
        {
            throw Failure;
        }

        lock (Sent)
        {
            Sent.AddRange(messages.Select(message => (entity, message)));
        }

        return Task.CompletedTask;
    }
}
