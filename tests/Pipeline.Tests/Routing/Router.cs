using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Routing;
using Pipeline.Routing.Capacity;
using Pipeline.Tests.Support;
using Pipeline.Tests.Transcripts;

namespace Pipeline.Tests.Routing;

/// <summary>Records, indexes and routes on plain tables.</summary>
internal sealed class Router
{
    private readonly RoutingRooms _rooms;

    public Router()
    {
        new RoutingSeed(Recorder.Tables).PlantAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        _rooms = new RoutingRooms(Recorder.Tables, Bus, Clock, Recorder.HashKey);
    }

    public Recorder Recorder { get; } = new();

    public RecordingBus Bus { get; } = new();

    public FakeClock Clock { get; } = new();

    public AdvisorDirectory Directory => _rooms.Directory;

    public RoutingRooms Rooms => _rooms;

    public async Task<IReadOnlyList<ConversationRouted>> RouteAsync(params MessageAnalyzed[] messages)
    {
        var all = new List<ConversationRouted>();
        foreach (var scored in await Recorder.RecordAsync(messages))
        {
            if (scored.SummaryChanged)
            {
                await Recorder.IndexAsync(scored);
            }

            if (scored.Message.Kind == MessageKind.Rating
                || (scored.Message.Kind == MessageKind.Message && scored.Message.Sender.Role != SenderRole.Customer))
            {
                continue;
            }

            if (await _rooms.Stage.RunAsync(scored, TestContext.Current.CancellationToken) is StageResult<ConversationRouted>.GoOn goOn)
            {
                all.AddRange(goOn.Messages);
                await Recorder.IndexAsync(goOn.Messages[0]);
            }
        }

        return all;
    }

    public async Task<IReadOnlyList<string>> HoldersAsync() => [.. (await Directory.ReadAsync(TestContext.Current.CancellationToken))
        .SelectMany(advisor => advisor.Claims.Select(_ => advisor.Profile.Id))];

    /// <summary>Some are present; the others pause.</summary>
    public Task SetPresentAsync(Func<Advisor, bool> present) => ChangeAsync(advisor => advisor with
    {
        Presence = new AdvisorPresence(present(advisor) ? PresenceState.Present : PresenceState.Pause),
    });

    /// <summary>Changes every advisor, as another instance would.</summary>
    public async Task ChangeAsync(Func<Advisor, Advisor> change)
    {
        foreach (var advisor in await Directory.ReadAsync(TestContext.Current.CancellationToken))
        {
            await Recorder.Tables.ApplyAsync(
                TableNames.Advisors,
                Advisor.Partition,
                [new TableChange.Upsert(change(advisor).ToRow())],
                TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The job of another instance, which tells over its own bus.</summary>
    public AssignWaitingJob Job(RecordingBus bus) => new RoutingRooms(Recorder.Tables, bus, Clock).Job;

    public Task JobAsync(RecordingBus bus) => Job(bus).RunAsync(TestContext.Current.CancellationToken);

    /// <summary>Where a conversation stands.</summary>
    public async Task<AssignmentView> ViewAsync(string key) =>
        (await Recorder.Reader.ReadAsync(key, TestContext.Current.CancellationToken))!.Assignment!;
}
