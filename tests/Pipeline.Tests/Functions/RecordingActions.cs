using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Pipeline.AzureServices.Bus;
using Pipeline.Ports;

namespace Pipeline.Tests.Functions;

/// <summary>Writes down how messages were settled, and fails for the ids it is told to.</summary>
internal sealed class RecordingActions(params string[] failing) : ServiceBusMessageActions
{
    /// <summary>What was noted with each message that failed: when.</summary>
    public SortedDictionary<string, object?> FailedAt { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, string> Settled { get; } = new(StringComparer.Ordinal);

    public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        Settle(message, "complete");

    public override Task AbandonMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = default,
        CancellationToken cancellationToken = default) =>
        Settle(message, $"abandon: {propertiesToModify?[BusMessageMapping.AbandonReason]}", propertiesToModify?[Envelope.FailedAt]);

    public override Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        Dictionary<string, object>? propertiesToModify = default,
        string? deadLetterReason = default,
        string? deadLetterErrorDescription = default,
        CancellationToken cancellationToken = default) =>
        Settle(message, $"dead letter: {deadLetterReason}: {deadLetterErrorDescription}", propertiesToModify?[Envelope.FailedAt]);

    private Task Settle(ServiceBusReceivedMessage message, string how, object? failedAt = null)
    {
        if (failing.Contains(message.MessageId))
        {
            throw new InvalidOperationException("The lock is lost.");
        }

        lock (Settled)
        {
            Settled.Add(message.MessageId, how);
            FailedAt.Add(message.MessageId, failedAt);
        }

        return Task.CompletedTask;
    }
}
