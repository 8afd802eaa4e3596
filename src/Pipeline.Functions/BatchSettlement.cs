using System.Globalization;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Pipeline.AzureServices.Bus;
using Pipeline.Ports;

namespace Pipeline.Functions;

/// <summary>
/// Settles a batch message by message. A settlement that fails is logged and fails no other: its message is delivered again.
/// </summary>
public sealed partial class BatchSettlement(TimeProvider clock, ILogger<BatchSettlement> logger)
{
    /// <summary>The longest reason or description of a dead letter, in characters (Service Bus).</summary>
    private const int MaxReason = 4096;

    /// <summary>
    /// Settles each message as its settlement says. It does not give up when the host stops: the work is done by then, and its results are
    /// on the bus.
    /// </summary>
    /// <param name="function">The name of the function, for the log.</param>
    /// <param name="messages">The batch.</param>
    /// <param name="settlements">One settlement for each message, in the same order.</param>
    /// <param name="actions">Settles at the host.</param>
    public Task SettleAsync(
        string function,
        IReadOnlyList<ServiceBusReceivedMessage> messages,
        IReadOnlyList<Settlement> settlements,
        ServiceBusMessageActions actions) =>
        Task.WhenAll(messages.Zip(settlements, (message, settlement) => SettleOneAsync(function, message, settlement, actions)));

    private async Task SettleOneAsync(
        string function, ServiceBusReceivedMessage message, Settlement settlement, ServiceBusMessageActions actions)
    {
        try
        {
            if (settlement is Settlement.Abandon { Pause: var pause } && pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, clock, CancellationToken.None);
            }

            await SettleAsync(message, settlement, actions);
        }
#pragma warning disable CA1031 // Whatever went wrong, the other messages of the batch must be settled and stay so.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotSettled(logger, function, message.MessageId, settlement.GetType().Name, exception);
        }
    }

    private Task SettleAsync(ServiceBusReceivedMessage message, Settlement settlement, ServiceBusMessageActions actions) =>
        settlement switch
        {
            Settlement.Complete => actions.CompleteMessageAsync(message, CancellationToken.None),
            Settlement.Abandon abandon => actions.AbandonMessageAsync(
                message,
                new Dictionary<string, object> { [BusMessageMapping.AbandonReason] = Cut(abandon.Reason), [Envelope.FailedAt] = Now() },
                CancellationToken.None),
            Settlement.DeadLetter dead => actions.DeadLetterMessageAsync(
                message, new() { [Envelope.FailedAt] = Now() }, Cut(dead.Reason), Cut(dead.Description), CancellationToken.None),
            _ => throw new ArgumentException($"There is no settlement {settlement.GetType().Name}.", nameof(settlement)),
        };

    private string Now() => clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);

    private static string Cut(string reason) => reason.Length <= MaxReason ? reason : reason[..MaxReason];

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Function} could not settle message {MessageId} ({Settlement}); it will be delivered again.")]
        public static partial void NotSettled(
            ILogger logger, string function, string messageId, string settlement, Exception exception);
    }
}
