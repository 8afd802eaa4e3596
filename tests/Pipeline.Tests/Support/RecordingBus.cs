using Pipeline.Ports;

namespace Pipeline.Tests.Support;

/// <summary>Keeps what was sent.</summary>
public sealed class RecordingBus : IBus
{
    public List<(string Entity, BusMessage Message)> Sent { get; } = [];

    /// <summary>Whether it is out of order: nothing is kept then.</summary>
    public bool Failing { get; set; }

    public Task SendAsync(string entity, IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken)
    {
        if (Failing)
        {
            return Task.FromException(new IOException("The bus is out of order."));
        }

        lock (Sent)
        {
            Sent.AddRange(messages.Select(message => (entity, message)));
        }

        return Task.CompletedTask;
    }
}
