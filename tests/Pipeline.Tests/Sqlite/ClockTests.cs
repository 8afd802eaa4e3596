using FsCheck;
using FsCheck.Fluent;
using Pipeline.Contracts;
using Pipeline.Ports;
using Pipeline.Sqlite;
using static Pipeline.Contracts.ContractTopology;

namespace Pipeline.Tests.Sqlite;

/// <summary>A clock on the wall that is set back or forth while the bus runs, and between two runs.</summary>
public sealed class ClockTests : IAsyncLifetime
{
    private readonly ScratchFolder _scratch = new();
    private readonly SettableClock _clock = new();
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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_sent_is_not_taken_twice_after_the_clock_was_set_back(bool reopened)
    {
        await SendAsync("1");
        _clock.SetBy(TimeSpan.FromHours(-1));
        if (reopened)
        {
            await ReopenAsync();
        }

        await SendAsync("1", "2");

        Assert.Equal(["1", "2"], await CompleteAllAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ids_from_a_clock_that_was_a_year_ahead_are_forgotten_after_the_usual_window(bool reopened)
    {
        _clock.SetBy(TimeSpan.FromDays(365));
        await SendAsync("1");
        _clock.SetBy(TimeSpan.FromDays(-365));
        if (reopened)
        {
            await ReopenAsync();
        }

        await SendAsync("2");
        await CompleteAllAsync();
        await SendAsync("1");
        Assert.Empty(await CompleteAllAsync());
        _clock.Advance(DuplicateWindow * 1.25);
        await SendAsync("1");

        Assert.Equal(["1"], await CompleteAllAsync());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_lock_lasts_as_long_as_it_should_whatever_the_clock_is_set_to(int hours)
    {
        await SendAsync("1");
        var message = Assert.Single(await ReceiveAsync());
        _clock.SetBy(TimeSpan.FromHours(hours));
        _clock.Advance(LockDuration - TimeSpan.FromSeconds(1));
        Assert.Empty(await ReceiveAsync());
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(message.Message.Id, Assert.Single(await ReceiveAsync()).Message.Id);
    }

    [Fact]
    public async Task What_was_locked_before_the_clock_was_set_can_be_completed()
    {
        await SendAsync("1");
        var message = Assert.Single(await ReceiveAsync());
        _clock.SetBy(TimeSpan.FromHours(1));
        await _bus.SettleAsync(Orders, [new Settlement.Complete(message.LockToken)], Token);
        _clock.Advance(LockDuration);

        Assert.Empty(await ReceiveAsync());
    }

    [Fact]
    public async Task What_is_scheduled_comes_once_when_the_clock_that_was_set_back_has_come_there()
    {
        await _bus.SendAsync(Orders, [Message("1") with { ScheduledFor = _clock.GetUtcNow().AddMinutes(1) }], Token);
        _clock.SetBy(TimeSpan.FromHours(-1));
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Empty(await CompleteAllAsync());
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(["1"], await CompleteAllAsync());
        Assert.Empty(await CompleteAllAsync());
    }

    [Fact]
    public void However_the_clock_jumps_each_message_is_handled_exactly_once() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(30).WithQuietOnSuccess(true),
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => JumpAsync(new Random(seed)).GetAwaiter().GetResult()));

    private async Task JumpAsync(Random random)
    {
        var (sent, handled) = (new List<string>(), new List<string>());
        for (var step = 0; step < 40; step++)
        {
            switch (random.Next(5))
            {
                case 0:
                    _clock.SetBy(TimeSpan.FromMinutes(random.Next(-2000, 2000)));
                    break;
                case 1:
                    _clock.Advance(TimeSpan.FromSeconds(random.Next(300)));
                    break;
                case 2 when random.Next(3) == 0:
                    await ReopenAsync();
                    break;
                case 3:
                    handled.AddRange(await CompleteAllAsync());
                    break;
                default:
                    var id = $"{random.Next()}-{sent.Count}";
                    sent.Add(id);
                    DateTimeOffset? due = random.Next(3) == 0 ? _clock.GetUtcNow().AddSeconds(random.Next(100)) : null;

                    // Twice, as a sender does who got no answer.
                    await _bus.SendAsync(Orders, [Message(id) with { ScheduledFor = due }], Token);
                    await _bus.SendAsync(Orders, [Message(id) with { ScheduledFor = due }], Token);
                    break;
            }
        }

        _clock.Advance(TimeSpan.FromDays(400));
        handled.AddRange(await CompleteAllAsync());
        Assert.Equal(sent.Order(StringComparer.Ordinal), handled.Order(StringComparer.Ordinal));
    }

    private static BusMessage Message(string id) => new(id, new byte[10], new Dictionary<string, string>(StringComparer.Ordinal), id);

    private Task SendAsync(params string[] ids) => _bus.SendAsync(Orders, [.. ids.Select(Message)], Token);

    private Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync() => _bus.ReceiveAsync(Orders, 1000, TimeSpan.Zero, Token);

    private async Task<IReadOnlyList<string>> CompleteAllAsync()
    {
        var ids = new List<string>();
        while (await ReceiveAsync() is { Count: > 0 } messages)
        {
            ids.AddRange(messages.Select(message => message.Message.Id));
            await _bus.SettleAsync(Orders, [.. messages.Select(message => new Settlement.Complete(message.LockToken))], Token);
        }

        return ids;
    }

    private async Task ReopenAsync()
    {
        await CloseAsync();
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
