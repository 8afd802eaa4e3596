using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Flow;
using Pipeline.Local.Pumps;
using Pipeline.Local.Settings;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Tests.Local.Pumps;

/// <summary>Routes of a test: stages that do what the test says, on a bus in memory.</summary>
internal sealed class Probe : IDisposable
{
    private readonly ServiceProvider _services;

    public Probe(Func<MessageCaptured, CancellationToken, Task>? work = null)
    {
        _services = new ServiceCollection()
            .AddSingleton(new PassOn())
            .AddSingleton(new Work(work ?? ((_, _) => Task.CompletedTask)))
            .BuildServiceProvider();
    }

    /// <summary>From queue "first" to queue "second".</summary>
    public static StageRoute PassOnRoute { get; } =
        StageRoute.Named("PassOn").From("first").Run<MessageCaptured, MessageCaptured, PassOn>().To("second");

    /// <summary>From queue "second": does what the test says.</summary>
    public static StageRoute WorkRoute { get; } =
        StageRoute.Named("Work").From("second").Run<MessageCaptured, Nothing, Work>().ToNobody();

    public QueuesInMemory Bus { get; } = new();

    public static MessageCaptured Message(string id, string conversation = "c-1") => new()
    {
        Conversation = new Conversation { Key = $"generic~demo~{conversation}", Platform = "generic", Account = "demo", Id = conversation },
        MessageId = id,
        Kind = MessageKind.Message,
        Sender = new Sender(SenderRole.Customer),
        SentAt = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
        Text = "Bonjour",
    };

    public Task SendAsync(string queue, params string[] ids) =>
        Bus.SendAsync(queue, [.. ids.Select(id => Envelope.Wrap(Message(id)))], TestContext.Current.CancellationToken);

    public StagePump Pump(StageRoute route, IBusReceiver? receiver = null, HostSettings? settings = null, TimeProvider? clock = null)
    {
        var time = clock ?? TimeProvider.System;
        var runner = new RouteRunner(_services, Bus, time, NullLogger<RouteRunner>.Instance);
        return new StagePump(route, runner, receiver ?? Bus, settings ?? new HostSettings(), time, NullLogger<StagePump>.Instance);
    }

    public void Dispose() => _services.Dispose();

    internal sealed class PassOn : IStage<MessageCaptured, MessageCaptured>
    {
        public Task<StageResult<MessageCaptured>> RunAsync(MessageCaptured message, CancellationToken cancellationToken) =>
            Task.FromResult<StageResult<MessageCaptured>>(message);
    }

    internal sealed class Work(Func<MessageCaptured, CancellationToken, Task> work) : IStage<MessageCaptured, Nothing>
    {
        public async Task<StageResult<Nothing>> RunAsync(MessageCaptured message, CancellationToken cancellationToken)
        {
            await work(message, cancellationToken);
            return new StageResult<Nothing>.Stop("Worked.");
        }
    }
}
