using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Pipeline.AzureServices.Bus;

namespace Pipeline.Tests.Functions;

/// <summary>Writes down how messages were settled, and fails for the ids it is told to.</summary>
internal sealed class RecordingActions(params string[] failing) : ServiceBusMessageActions
{
    public SortedDictionary<string, string> Settled { get; } = new(StringComparer.Ordinal);

    public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        Settle(message, "complete");

    public override Task AbandonMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = default,
        CancellationToken cancellationToken = default) =>
        Settle(message, $"abandon: {propertiesToModify?[BusMessageMapping.AbandonReason]}");

    public override Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        Dictionary<string, object>? propertiesToModify = default,
        string? deadLetterReason = default,
        string? deadLetterErrorDescription = default,
        CancellationToken cancellationToken = default) =>
        Settle(message, $"dead letter: {deadLetterReason}: {deadLetterErrorDescription}");

    private Task Settle(ServiceBusReceivedMessage message, string how)
    {
        if (failing.Contains(message.MessageId))
        {
            throw new InvalidOperationException("The lock is lost.");
        }

        lock (Settled)
        {
            Settled.Add(message.MessageId, how);
        }

        return Task.CompletedTask;
    }
}
