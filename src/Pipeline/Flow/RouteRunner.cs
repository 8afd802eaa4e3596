using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Flow;

/// <summary>
/// Runs a route on a batch of messages and says what becomes of each: the only code that reads a message, runs the stages and sends the
/// results. Both hosts call it and settle as it says.
/// </summary>
public sealed partial class RouteRunner(IServiceProvider services, IBus bus, TimeProvider clock, ILogger<RouteRunner> logger)
{
    private readonly IErasedConversations? _erased = services.GetService<IErasedConversations>();

    /// <summary>
    /// Runs the batch: messages of one conversation one after another, different conversations side by side. What goes on is durable on the
    /// bus before this returns, so settling afterwards loses nothing; a message that fails never fails its neighbours.
    /// </summary>
    /// <returns>One settlement for each message, in the same order.</returns>
    public async Task<IReadOnlyList<Settlement>> RunAsync(
        StageRoute route, IReadOnlyList<ReceivedMessage> batch, CancellationToken cancellationToken)
    {
        var ends = new MessageEnd[batch.Count];
        var conversations = ByConversation(batch);
        var running = new Task[conversations.Count];
        for (var index = 0; index < running.Length; index++)
        {
            running[index] = RunConversationAsync(route, batch, conversations[index], ends, cancellationToken);
        }

        await Task.WhenAll(running);
        await SendAsync(route, batch, ends, cancellationToken);
        return Array.ConvertAll(ends, end => end.Settlement);
    }

    private static List<List<int>> ByConversation(IReadOnlyList<ReceivedMessage> batch)
    {
        var conversations = new List<List<int>>(batch.Count);
        var places = new Dictionary<string, int>(batch.Count, StringComparer.Ordinal);
        for (var index = 0; index < batch.Count; index++)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, batch[index].Message.PartitionKey, out var known);
            if (!known)
            {
                place = conversations.Count;
                conversations.Add([]);
            }

            conversations[place].Add(index);
        }

        return conversations;
    }

    private async Task RunConversationAsync(
        StageRoute route,
        IReadOnlyList<ReceivedMessage> batch,
        List<int> conversation,
        MessageEnd[] ends,
        CancellationToken cancellationToken)
    {
        var covered = false;
        foreach (var index in conversation)
        {
            ends[index] = covered
                ? new("covered", new Settlement.Complete(batch[index].LockToken), [], null)
                : await RunOneAsync(route, batch[index], cancellationToken);
            covered = route.OncePerConversation && ends[index].Settlement is Settlement.Complete;
        }
    }

    private async Task<MessageEnd> RunOneAsync(StageRoute route, ReceivedMessage received, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var message = received.Message;
        PipelineTelemetry.MessageTaken(route.Name, clock.GetUtcNow() - DeliverableSince(received));
        using var activity = PipelineTelemetry.StartStage(route.Name, message.Properties.GetValueOrDefault(Envelope.TraceParent));
        var end = await EndOfAsync(route, received, cancellationToken);
        activity?.SetStatus(end.Outcome is "failed" or "refused" ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
        PipelineTelemetry.StageEnded(route.Name, end.Outcome, clock.GetElapsedTime(started));
        return end;
    }

    private static DateTimeOffset DeliverableSince(ReceivedMessage received) =>
        received.Message.ScheduledFor is { } scheduled && scheduled > received.EnqueuedAt ? scheduled : received.EnqueuedAt;

    private async Task<MessageEnd> EndOfAsync(StageRoute route, ReceivedMessage received, CancellationToken cancellationToken)
    {
        try
        {
            var message = StageRoute.WithEvent(received.Message);
            if (_erased is not null && message.Event is { } read && await _erased.RefusesAsync(read, received.EnqueuedAt, cancellationToken))
            {
                // It waited while it was erased, or is told again afterwards: it must not come back.
                return new("erased", new Settlement.Complete(received.LockToken), [], null);
            }

            switch (await route.RunAsync(services, message, cancellationToken))
            {
                case StageResult<ConversationEvent>.GoOn goOn:
                    return new("done", new Settlement.Complete(received.LockToken), [.. Wanted(route, goOn.Messages).Select(Envelope.Wrap)], null);
                case StageResult<ConversationEvent>.Refuse refuse:
                    Log.Refused(logger, route.Name, received.Message.Id, refuse.Reason);
                    return new("refused", new Settlement.DeadLetter(received.LockToken, "Refused", refuse.Reason), [], null);
                default:
                    return new("stopped", new Settlement.Complete(received.LockToken), [], null);
            }
        }
        catch (BadBodyException exception)
        {
            Log.BadBody(logger, route.Name, received.Message.Id, exception.Path);
            return new("refused", new Settlement.DeadLetter(received.LockToken, "BadBody", exception.Message), [], null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new("cancelled", new Settlement.Abandon(received.LockToken, "The host is stopping.", TimeSpan.Zero), [], null);
        }
        catch (StorageUnavailableException exception)
        {
            Log.Failed(logger, route.Name, received.Message.Id, received.DeliveryCount, exception.Message, exception);
            return new("failed", Blameless(received, exception.Message), [], null);
        }
#pragma warning disable CA1031 // The one place where any failure of a stage becomes a redelivery: it must not fail its neighbours.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.Failed(logger, route.Name, received.Message.Id, received.DeliveryCount, exception.GetType().Name, exception);
            return Failed(route, received, exception);
        }
    }

    // What nobody takes is not even written: an advisor's plain message is recorded, and that is all.
    private static IEnumerable<ConversationEvent> Wanted(StageRoute route, IEnumerable<ConversationEvent> messages) => messages.Where(
        message => route.Destinations.Any(destination => ConversationFlow.Topology.Takes(destination, message.Properties)));

    private MessageEnd Failed(StageRoute route, ReceivedMessage received, Exception exception)
    {
        var reason = $"{exception.GetType().Name}: {exception.Message}";
        if (route.Retry is not { } retry)
        {
            return new("failed", Abandon(received, reason), [], null);
        }

        var message = received.Message;
        var attempt = int.Parse(message.Properties.GetValueOrDefault(Envelope.Attempt, "0"), CultureInfo.InvariantCulture);
        if (attempt >= retry.Delays.Count)
        {
            return new("failed", new Settlement.DeadLetter(received.LockToken, "RetriesExhausted", reason), [], null);
        }

        var next = (attempt + 1).ToString(CultureInfo.InvariantCulture);
        var again = message with
        {
            Id = $"{(attempt == 0 ? message.Id : message.Id[..message.Id.LastIndexOf('~')])}~{next}",
            Properties = new Dictionary<string, string>(message.Properties, StringComparer.Ordinal) { [Envelope.Attempt] = next },
            ScheduledFor = clock.GetUtcNow() + retry.After(attempt, message.Id, (exception as PlatformBusyException)?.RetryAfter ?? TimeSpan.Zero),
        };
        return new("failed", new Settlement.Complete(received.LockToken), [], again);
    }

    private async Task SendAsync(
        StageRoute route, IReadOnlyList<ReceivedMessage> batch, MessageEnd[] ends, CancellationToken cancellationToken)
    {
        try
        {
            BusMessage[] outputs = [.. ends.SelectMany(end => end.Outputs)];
            if (outputs.Length > 0)
            {
                await Task.WhenAll(route.Destinations.Select(destination => SendAsync(destination, outputs, cancellationToken)));
            }

            BusMessage[] again = [.. ends.Select(end => end.Again).OfType<BusMessage>()];
            if (again.Length > 0)
            {
                await bus.SendAsync(route.SourceEntity, again, cancellationToken);
            }
        }
#pragma warning disable CA1031 // What could not be sent on is redelivered, whatever the reason.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotSent(logger, route.Name, exception);
            for (var index = 0; index < ends.Length; index++)
            {
                if (ends[index].Outputs.Count > 0 || ends[index].Again is not null)
                {
                    ends[index] = ends[index] with
                    {
                        Settlement = exception is StorageUnavailableException
                            ? Blameless(batch[index], exception.Message)
                            : Abandon(batch[index], "Not sent on."),
                    };
                }
            }
        }
    }

    // What no subscription of a topic takes would be sent for nothing.
    private Task SendAsync(string destination, BusMessage[] outputs, CancellationToken cancellationToken)
    {
        var wanted = Array.FindAll(outputs, output => ConversationFlow.Topology.Takes(destination, output.Properties));
        return wanted.Length > 0 ? bus.SendAsync(destination, wanted, cancellationToken) : Task.CompletedTask;
    }

    private static Settlement.Abandon Abandon(ReceivedMessage received, string reason) =>
        new(received.LockToken, reason, RedeliveryPause.After(received.DeliveryCount));

    // A disk that is full for an hour must not use up the deliveries of what waits.
    private static Settlement.Abandon Blameless(ReceivedMessage received, string reason) =>
        new(received.LockToken, reason, RedeliveryPause.WithoutStorage, Counts: false);

    private sealed record MessageEnd(string Outcome, Settlement Settlement, IReadOnlyList<BusMessage> Outputs, BusMessage? Again);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Stage} refused message {MessageId}: {Reason}")]
        public static partial void Refused(ILogger logger, string stage, string messageId, string reason);

        [LoggerMessage(2, LogLevel.Error, "{Stage} got a message {MessageId} with a bad body at {Path}.")]
        public static partial void BadBody(ILogger logger, string stage, string messageId, string path);

        [LoggerMessage(3, LogLevel.Warning, "{Stage} failed on message {MessageId}, delivery {DeliveryCount}: {Failure}.")]
        public static partial void Failed(
            ILogger logger, string stage, string messageId, int deliveryCount, string failure, Exception exception);

        [LoggerMessage(4, LogLevel.Warning, "{Stage} could not send its results on; the messages will be delivered again.")]
        public static partial void NotSent(ILogger logger, string stage, Exception exception);
    }
}
