using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Flow;

/// <summary>One line of <see cref="ConversationFlow"/>: where messages come from, which stages see them, where the results go.</summary>
public abstract class StageRoute
{
    private protected StageRoute(
        string name, string source, IReadOnlyList<string> destinations, RetrySchedule? retry, bool oncePerConversation)
    {
        Name = name;
        Source = source;
        Destinations = destinations;
        Retry = retry;
        OncePerConversation = oncePerConversation;
    }

    /// <summary>The name of the route: also the name of its Azure function.</summary>
    public string Name { get; }

    /// <summary>The queue, or the subscription as <c>topic/subscription</c>.</summary>
    public string Source { get; }

    /// <summary>The queues and topics that get what goes on: each gets all of it.</summary>
    public IReadOnlyList<string> Destinations { get; }

    /// <summary>When a failed message is tried again; null leaves it to the bus, which redelivers at once.</summary>
    public RetrySchedule? Retry { get; }

    /// <summary>
    /// Whether one run does for all messages of a conversation in a batch: the stage looks at the conversation as it is, whatever the
    /// message says.
    /// </summary>
    public bool OncePerConversation { get; }

    /// <summary>The stages, in order.</summary>
    public abstract IReadOnlyList<Type> Stages { get; }

    /// <summary>The queue or topic that a retried message is put back on.</summary>
    public string SourceEntity => Source.Split('/')[0];

    /// <summary>The message with what its body says beside it, so that it is read once; as it is where the body can't be read.</summary>
    public static BusMessage WithEvent(BusMessage message)
    {
        try
        {
            return message.Event is null
                ? message with { Event = JsonSerializer.Deserialize(message.Body.Span, PipelineJson.Default.ConversationEvent) }
                : message;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            // The route says what is wrong with it.
            return message;
        }
    }

    /// <summary>Starts a line of the flow.</summary>
    public static StageRouteStart Named(string name) => new(name);

    /// <summary>Reads a message and runs the stages on it.</summary>
    /// <returns>How it ended, with what goes on.</returns>
    /// <exception cref="BadBodyException">The body is not what the route takes.</exception>
    public abstract Task<StageResult<ConversationEvent>> RunAsync(
        IServiceProvider services, BusMessage message, CancellationToken cancellationToken);
}

/// <summary>A line of the flow that has a name.</summary>
/// <param name="Name">The name.</param>
public sealed record StageRouteStart(string Name)
{
    /// <summary>It takes messages from a queue.</summary>
    public StageRouteSource From(string queue) => new(Name, queue);

    /// <summary>It takes messages from a subscription.</summary>
    public StageRouteSource From(string topic, string subscription) => new(Name, Entities.Subscription(topic, subscription));
}

/// <summary>A line of the flow that has a source.</summary>
/// <param name="Name">The name.</param>
/// <param name="Source">The queue or subscription.</param>
public sealed record StageRouteSource(string Name, string Source)
{
    /// <summary>This stage sees the messages first.</summary>
    public StageRouteBuilder<TIn, TOut> Run<TIn, TOut, TStage>()
        where TIn : ConversationEvent
        where TStage : class, IStage<TIn, TOut> =>
        new(Name, Source, [typeof(TStage)], static (services, message, cancellationToken) =>
            services.GetRequiredService<TStage>().RunAsync(message, cancellationToken));
}

/// <summary>A line of the flow that has stages.</summary>
/// <typeparam name="TIn">What the first stage takes.</typeparam>
/// <typeparam name="TOut">What the last stage returns.</typeparam>
public sealed class StageRouteBuilder<TIn, TOut>
    where TIn : ConversationEvent
{
    private readonly string _name;
    private readonly string _source;
    private readonly IReadOnlyList<Type> _stages;
    private readonly Func<IServiceProvider, TIn, CancellationToken, Task<StageResult<TOut>>> _run;
    private readonly RetrySchedule? _retry;
    private readonly bool _oncePerConversation;

    internal StageRouteBuilder(
        string name,
        string source,
        IReadOnlyList<Type> stages,
        Func<IServiceProvider, TIn, CancellationToken, Task<StageResult<TOut>>> run,
        RetrySchedule? retry = null,
        bool oncePerConversation = false)
    {
        _name = name;
        _source = source;
        _stages = stages;
        _run = run;
        _retry = retry;
        _oncePerConversation = oncePerConversation;
    }

    /// <summary>The next stage sees each result, in the same hop.</summary>
    public StageRouteBuilder<TIn, TNext> Then<TNext, TStage>()
        where TStage : class, IStage<TOut, TNext>
    {
        var run = _run;
        return new(_name, _source, [.. _stages, typeof(TStage)], async (services, message, cancellationToken) =>
        {
            switch (await run(services, message, cancellationToken))
            {
                case StageResult<TOut>.Stop stop:
                    return new StageResult<TNext>.Stop(stop.Reason);
                case StageResult<TOut>.Refuse refuse:
                    return new StageResult<TNext>.Refuse(refuse.Reason);
                case StageResult<TOut>.GoOn goOn:
                    return await RunEachAsync(services.GetRequiredService<TStage>(), goOn.Messages, cancellationToken);
                default:
                    throw new InvalidOperationException("A stage has four ends, and this is none of them.");
            }
        });
    }

    /// <summary>A message that failed is tried again on this schedule.</summary>
    /// <exception cref="InvalidOperationException">The source is a subscription: a copy put on its topic would reach the others too.</exception>
    public StageRouteBuilder<TIn, TOut> RetryingAfter(RetrySchedule schedule) => _source.Contains('/')
        ? throw new InvalidOperationException($"{_name} takes from the subscription {_source}; only a queue's messages can be scheduled again.")
        : new(_name, _source, _stages, _run, schedule, _oncePerConversation);

    /// <summary>
    /// One run does for all messages of a conversation in a batch. For stages that look at the conversation as it is and pass nothing on.
    /// </summary>
    public StageRouteBuilder<TIn, TOut> OncePerConversation() => new(_name, _source, _stages, _run, _retry, oncePerConversation: true);

    /// <summary>What the last stage returns goes to each of these queues or topics.</summary>
    public StageRoute To(params IReadOnlyList<string> destinations) => new TypedRoute(this, destinations);

    /// <summary>The path ends here.</summary>
    public StageRoute ToNobody() => new TypedRoute(this, []);

    private static async Task<StageResult<TNext>> RunEachAsync<TNext>(
        IStage<TOut, TNext> stage, IReadOnlyList<TOut> messages, CancellationToken cancellationToken)
    {
        var results = new List<TNext>();
        foreach (var message in messages)
        {
            switch (await stage.RunAsync(message, cancellationToken))
            {
                case StageResult<TNext>.GoOn goOn:
                    results.AddRange(goOn.Messages);
                    break;
                case StageResult<TNext>.Refuse refuse:
                    return refuse;
            }
        }

        return results.Count > 0
            ? new StageResult<TNext>.GoOn(results)
            : new StageResult<TNext>.Stop("Nothing goes on.");
    }

    private sealed class TypedRoute(StageRouteBuilder<TIn, TOut> builder, IReadOnlyList<string> destinations)
        : StageRoute(builder._name, builder._source, destinations, builder._retry, builder._oncePerConversation)
    {
        public override IReadOnlyList<Type> Stages => builder._stages;

        public override async Task<StageResult<ConversationEvent>> RunAsync(
            IServiceProvider services, BusMessage message, CancellationToken cancellationToken)
        {
            return await builder._run(services, Read(message), cancellationToken) switch
            {
                StageResult<TOut>.GoOn goOn => new StageResult<ConversationEvent>.GoOn(
                    [.. goOn.Messages.Where(result => result is not Nothing).Cast<ConversationEvent>()]),
                StageResult<TOut>.Stop stop => new StageResult<ConversationEvent>.Stop(stop.Reason),
                StageResult<TOut>.Refuse refuse => new StageResult<ConversationEvent>.Refuse(refuse.Reason),
                _ => throw new InvalidOperationException("A stage has four ends, and this is none of them."),
            };
        }

        private static TIn Read(BusMessage message)
        {
            if (message.Event is { } known)
            {
                return known as TIn ?? throw new BadBodyException("$.type");
            }

            try
            {
                return JsonSerializer.Deserialize(message.Body.Span, PipelineJson.Default.ConversationEvent) as TIn
                    ?? throw new BadBodyException("$.type");
            }
            catch (Exception exception) when (exception is JsonException or NotSupportedException)
            {
                throw new BadBodyException((exception as JsonException)?.Path ?? "$", exception);
            }
        }
    }
}
