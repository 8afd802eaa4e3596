using Microsoft.Extensions.DependencyInjection;
using Pipeline.Capture;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Replay;
using Pipeline.Sqlite;
using Pipeline.Tests.Flow;

namespace Pipeline.Tests.Local.Outages;

/// <summary>A message that fails whenever it is handled. One that kills the process is in SuspectTests.</summary>
public sealed class PoisonTests : IAsyncLifetime
{
    private const string Poisoned = "poisoned";

    private SimulatedHost _host = null!;
    private FailingTables _tables = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await SimulatedHost.StartAsync(services => services
            .AddSingleton<ITables>(provider => _tables = new FailingTables(provider.GetRequiredService<SqliteTables>()))
            .Configure<PlatformOptions>(options => SimulatedHost.AddAccount(options)));
        _tables.Damaged = Key(Poisoned);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_message_that_always_fails_delays_no_other_and_ends_as_a_dead_letter_that_can_be_replayed()
    {
        await _host.PostAsync(Script(Poisoned).Take(1));
        await _host.RunAsync();
        await _host.PostAsync(Script("healthy"));
        await _host.RunAsync();

        // No time has passed: the failed message rests, and the others did not wait for it.
        Assert.Equal(Turns, await MessagesAsync("healthy"));
        Assert.Empty(await DeadAsync());

        await _host.PassUntilAsync(async () => (await DeadAsync()).Count > 0, TimeSpan.FromSeconds(10));
        var dead = Assert.Single(await DeadAsync());
        Assert.Equal(("MaxDeliveryCountExceeded", 10), (dead.Reason, dead.DeliveryCount));
        Assert.Contains("InvalidDataException: A row is damaged.", dead.Description, StringComparison.Ordinal);

        _tables.Damaged = null;
        Assert.Equal(1, await _host.Bus.ReplayAsync(Entities.Captured, [dead.SequenceNumber], Cancelled));
        await _host.RunAsync();
        Assert.Equal(1, await MessagesAsync(Poisoned));
        Assert.Empty(await DeadAsync());
    }

    [Fact]
    public async Task It_holds_up_none_of_its_own_batch()
    {
        await _host.PostAsync([.. Script(Poisoned).Take(1), .. Script("healthy")]);

        await _host.RunAsync();

        Assert.Equal(Turns, await MessagesAsync("healthy"));
    }

    private static int Turns => BundledConversations.All[0].Turns.Count;

    private static string Key(string id) => ConversationKeys.Conversation("generic", "demo", id);

    private static IReadOnlyList<ReplayedEvent> Script(string id) => ReplayScript.Write(BundledConversations.All[0], id, WholePath.Start);

    private Task<IReadOnlyList<DeadLetter>> DeadAsync() => _host.Bus.ListAsync(Entities.Captured, 0, 100, Cancelled);

    private async Task<int> MessagesAsync(string id) =>
        (await _host.Transcripts.ReadAsync(Key(id), Cancelled))?.Messages.Count(message => message.Kind == MessageKind.Message) ?? 0;
}
