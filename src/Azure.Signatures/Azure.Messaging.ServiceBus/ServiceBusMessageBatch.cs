// Declarations only, a subset of the package Azure.Messaging.ServiceBus: see docs/azure-api.md.
#nullable disable
namespace Azure.Messaging.ServiceBus;

public sealed class ServiceBusMessageBatch : IDisposable
{
    private readonly IList<ServiceBusMessage> _messages;
    private readonly Func<ServiceBusMessage, bool> _tryAdd;

    internal ServiceBusMessageBatch(long maxSize, IList<ServiceBusMessage> messages, Func<ServiceBusMessage, bool> tryAdd)
    {
        MaxSizeInBytes = maxSize;
        _messages = messages;
        _tryAdd = tryAdd;
    }

    public long MaxSizeInBytes { get; }

    public int Count => _messages.Count;

    public bool TryAddMessage(ServiceBusMessage message)
    {
        if (_tryAdd is not null && !_tryAdd(message))
        {
            return false;
        }

        _messages.Add(message);
        return true;
    }

    public void Dispose()
    {
    }
}
