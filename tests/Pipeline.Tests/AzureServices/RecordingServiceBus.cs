using Azure.Messaging.ServiceBus;

namespace Pipeline.Tests.AzureServices;

/// <summary>
/// A client of Service Bus that writes down what was sent and gives out prepared dead letters, made by the seams that the official package
/// has for tests: virtual members and its model factory. A batch holds as many bytes of bodies as the test says.
/// </summary>
internal sealed class RecordingServiceBus(int batchBytes = int.MaxValue) : ServiceBusClient
{
    /// <summary>The batches that were sent: the entity, and the ids.</summary>
    public List<(string Entity, string[] Ids)> Batches { get; } = [];

    /// <summary>What every send ends in; null for success.</summary>
    public Exception? Failure { get; set; }

    /// <summary>The dead letters that wait, by source.</summary>
    public Dictionary<string, List<ServiceBusReceivedMessage>> DeadLetters { get; } = [];

    /// <summary>The sequence numbers whose lock is lost when they are completed: once each, and then they come again.</summary>
    public HashSet<long> LosesLock { get; } = [];

    /// <summary>What every look at dead letters ends in; null for success.</summary>
    public Exception? LookFailure { get; set; }

    /// <summary>Called before each page of dead letters is given out.</summary>
    public Action BeforePage { get; set; } = static () => { };

    /// <summary>The sequence numbers of dead letters that were given back.</summary>
    public List<long> GivenBack { get; } = [];

    private int BatchBytes => batchBytes;

    public override ServiceBusSender CreateSender(string queueOrTopicName) => new Sender(this, queueOrTopicName);

    public override ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions options) => Open(queueName, options);

    public override ServiceBusReceiver CreateReceiver(string topicName, string subscriptionName, ServiceBusReceiverOptions options) =>
        Open($"{topicName}/{subscriptionName}", options);

    private Receiver Open(string source, ServiceBusReceiverOptions options)
    {
        Assert.Equal(SubQueue.DeadLetter, options.SubQueue);
        return new Receiver(this, DeadLetters[source]);
    }

    private sealed class Sender(RecordingServiceBus bus, string entity) : ServiceBusSender
    {
        private List<ServiceBusMessage> _open = [];

        public override ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CancellationToken cancellationToken = default)
        {
            _open = [];
            return new(ServiceBusModelFactory.ServiceBusMessageBatch(bus.BatchBytes, _open, null, Fits));
        }

        public override Task SendMessagesAsync(ServiceBusMessageBatch messageBatch, CancellationToken cancellationToken = default)
        {
            bus.Batches.Add((entity, [.. _open.Select(message => message.MessageId)]));
            return bus.Failure is { } failure ? Task.FromException(failure) : Task.CompletedTask;
        }

        private bool Fits(ServiceBusMessage message) =>
            _open.Append(message).Sum(each => each.Body.ToMemory().Length) <= bus.BatchBytes;
    }

    private sealed class Receiver(RecordingServiceBus bus, List<ServiceBusReceivedMessage> waiting) : ServiceBusReceiver
    {
        private readonly List<ServiceBusReceivedMessage> _locked = [];

        public override Task<IReadOnlyList<ServiceBusReceivedMessage>> PeekMessagesAsync(
            int maxMessages, long? fromSequenceNumber = default, CancellationToken cancellationToken = default) =>
            bus.LookFailure is { } failure ? Task.FromException<IReadOnlyList<ServiceBusReceivedMessage>>(failure) :
            Task.FromResult<IReadOnlyList<ServiceBusReceivedMessage>>(
                [.. waiting.Where(message => message.SequenceNumber >= fromSequenceNumber).Take(maxMessages)]);

        public override Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(
            int maxMessages, TimeSpan? maxWaitTime = default, CancellationToken cancellationToken = default)
        {
            bus.BeforePage();

            // The service often gives fewer than asked for.
            ServiceBusReceivedMessage[] page = [.. waiting.Except(_locked).Take(Math.Min(maxMessages, 2))];
            _locked.AddRange(page);
            return Task.FromResult<IReadOnlyList<ServiceBusReceivedMessage>>(page);
        }

        public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default)
        {
            if (bus.LosesLock.Remove(message.SequenceNumber))
            {
                _locked.Remove(message);
                throw new ServiceBusException("Too late.", ServiceBusFailureReason.MessageLockLost);
            }

            waiting.Remove(message);
            return Task.CompletedTask;
        }

        public override Task AbandonMessageAsync(
            ServiceBusReceivedMessage message,
            IDictionary<string, object>? propertiesToModify = null,
            CancellationToken cancellationToken = default)
        {
            bus.GivenBack.Add(message.SequenceNumber);
            return Task.CompletedTask;
        }

#pragma warning disable CA2215 // The base holds no connection to close.
        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
#pragma warning restore CA2215
    }
}
