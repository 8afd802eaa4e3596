using Pipeline.Contracts;
using Pipeline.Ports;
using Pipeline.Sqlite;

namespace Pipeline.Tests.Sqlite;

/// <summary>Messages that were being handled when the process died, again and again.</summary>
public sealed class SuspectTests : IAsyncLifetime
{
    private const string Queue = "work";
    private const int MaxDeliveryCount = 10;
    private const int MaxMessages = 64;

    private static readonly BusTopology Topology = new(
        [new(Queue, TimeSpan.FromMinutes(1), MaxDeliveryCount, TimeSpan.FromMinutes(10))], []);

    private readonly SettableClock _clock = new();
    private ScratchFolder _scratch = new();
    private DataFolder _folder = null!;
    private SqliteBus _bus = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        Open();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _scratch.Dispose();
    }

    [Fact]
    public async Task A_message_that_kills_the_process_takes_none_of_its_batch_along()
    {
        const string Killer = "007";
        await SendAsync(50);
        var done = new List<string>();
        for (var life = 0; life < 20; life++)
        {
            await LiveAsync(Killer, done);
        }

        Assert.Equal(Ids(50).Where(id => id != Killer), done.Order(StringComparer.Ordinal));
        Assert.Equal([Killer], (await _bus.ListAsync(Queue, 0, 250, Token)).Select(dead => dead.Message.Id));
    }

    [Fact]
    public async Task A_machine_that_kills_the_process_fifty_times_makes_no_dead_letters()
    {
        await SendAsync(50);
        for (var life = 0; life < 50; life++)
        {
            await _bus.ReceiveAsync(Queue, MaxMessages, TimeSpan.Zero, Token);
            await CrashAsync();
        }

        var done = new List<string>();
        await LiveAsync(killer: null, done);
        Assert.Equal(Ids(50), done.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task While_one_suspect_is_handled_the_others_wait_and_what_is_new_does_not()
    {
        await SendAsync(3);
        await CrashWithAllAsync(times: 4);
        await _bus.SendAsync(Queue, [Message("new")], Token);
        Assert.Equal("new", Assert.Single(await _bus.ReceiveAsync(Queue, 1, TimeSpan.Zero, Token)).Message.Id);

        var suspect = Assert.Single(await _bus.ReceiveAsync(Queue, MaxMessages, TimeSpan.Zero, Token));
        Assert.Equal(("000", 4), (suspect.Message.Id, suspect.DeliveryCount));
        Assert.Empty(await _bus.ReceiveAsync(Queue, MaxMessages, TimeSpan.Zero, Token));

        var waiting = _bus.ReceiveAsync(Queue, MaxMessages, Timeout.InfiniteTimeSpan, Token);
        await _bus.SettleAsync(Queue, [new Settlement.Complete(suspect.LockToken)], Token);
        Assert.Equal("001", Assert.Single(await waiting).Message.Id);
    }

    [Fact]
    public async Task A_suspect_whose_lock_runs_out_holds_the_others_no_longer()
    {
        await SendAsync(2);
        await CrashWithAllAsync(times: 4);
        Assert.Equal("000", Assert.Single(await _bus.ReceiveAsync(Queue, MaxMessages, TimeSpan.Zero, Token)).Message.Id);

        _clock.Advance(TimeSpan.FromMinutes(1));

        var next = await _bus.ReceiveAsync(Queue, MaxMessages, TimeSpan.Zero, Token);
        Assert.Contains("001", next.Concat(await _bus.ReceiveAsync(Queue, MaxMessages, TimeSpan.Zero, Token)).Select(message => message.Message.Id));
    }

    private static IEnumerable<string> Ids(int count) => Enumerable.Range(0, count).Select(number => $"{number:D3}");

    private static BusMessage Message(string id) => new(id, new byte[10], new Dictionary<string, string>(StringComparer.Ordinal), id);

    private Task SendAsync(int count) => _bus.SendAsync(Queue, [.. Ids(count).Select(Message)], Token);

    /// <summary>Handles what is there, batch by batch, until nothing is or the killer is met.</summary>
    private async Task LiveAsync(string? killer, List<string> done)
    {
        while (await _bus.ReceiveAsync(Queue, MaxMessages, TimeSpan.Zero, Token) is { Count: > 0 } batch)
        {
            if (batch.Any(message => message.Message.Id == killer))
            {
                await CrashAsync();
                return;
            }

            done.AddRange(batch.Select(message => message.Message.Id));
            await _bus.SettleAsync(Queue, [.. batch.Select(message => new Settlement.Complete(message.LockToken))], Token);
        }
    }

    private async Task CrashWithAllAsync(int times)
    {
        for (var crash = 0; crash < times; crash++)
        {
            await _bus.ReceiveAsync(Queue, MaxMessages, TimeSpan.Zero, Token);
            await CrashAsync();
        }
    }

    private async Task CrashAsync()
    {
        var crashed = _scratch;
        _scratch = crashed.Copy();
        await CloseAsync();
        crashed.Dispose();
        Open();
    }

    private void Open()
    {
        _folder = DataFolder.Open(_scratch.Path);
        _bus = new SqliteBus(_folder, Topology, _clock);
    }

    private async Task CloseAsync()
    {
        await _bus.DisposeAsync();
        _folder.Dispose();
    }
}
