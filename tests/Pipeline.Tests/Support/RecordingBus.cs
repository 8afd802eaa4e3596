using Pipeline.Ports;

namespace Pipeline.Tests.Support;

/// <summary>Keeps what was sent.</summary>
public sealed class RecordingBus : IBus
{
    public List<(string Entity, BusMessage Message)> Sent { get; } = [];

    public Task SendAsync(string entity, IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken)
    {
        lock (Sent)
        {
            Sent.AddRange(messages.Select(message => (entity, message)));
        }

        return Task.CompletedTask;
    }
}
