using Pipeline.Ports;
using Pipeline.Sweep;
using static Pipeline.Tests.Sweep.SweepFixture;

namespace Pipeline.Tests.Sweep;

public sealed class AccountSweeperTests
{
    private static readonly TimeSpan Old = TimeSpan.FromMinutes(20);

    private static readonly TimeSpan LookBack = new SweepOptions().LookBack;

    private readonly SweepFixture _sweep = new();

    [Fact]
    public async Task What_is_missing_is_sent_under_the_id_of_its_webhook_and_what_is_there_is_not()
    {
        var (there, missing) = (Item("m-1", Old), Item("m-2", Old));
        await _sweep.RecordAsync(there);
        _sweep.Page(there, missing, Item("m-1", Old, "c-2"));

        var report = await _sweep.SweepAsync();

        Assert.Equal((3, 2, 2, 0), (report.Compared, report.Found, report.Sent, report.Saved));
        Assert.Equal([missing.Message.BusId, Item("m-1", Old, "c-2").Message.BusId], _sweep.Sent);
        Assert.All(_sweep.Bus.Sent, sent => Assert.Equal(Entities.Captured, sent.Entity));
    }

    [Fact]
    public async Task What_is_young_is_left_to_its_webhook()
    {
        _sweep.Page(Item("young", TimeSpan.FromSeconds(119)), Item("old", TimeSpan.FromSeconds(120)));

        var report = await _sweep.SweepAsync();

        Assert.Equal((1, 1), (report.Compared, report.Found));
        Assert.Equal([Item("old", TimeSpan.FromSeconds(120)).Message.BusId], _sweep.Sent);
    }

    [Fact]
    public async Task Found_counts_once_and_saved_counts_when_it_is_recorded()
    {
        var item = Item("m-1", Old);
        _sweep.Page(item, item);
        Assert.Equal(1, (await _sweep.SweepAsync()).Found);

        var again = await _sweep.SweepAsync();
        Assert.Equal((0, 0, 0), (again.Found, again.Sent, again.Saved));
        Assert.Equal((1, 0, 1), Counts(await _sweep.StateAsync()));

        await _sweep.RecordAsync(item);
        Assert.Equal(1, (await _sweep.SweepAsync()).Saved);
        Assert.Equal(0, (await _sweep.SweepAsync()).Saved);
        Assert.Equal((1, 1, 0), Counts(await _sweep.StateAsync()));
    }

    [Fact]
    public async Task What_is_recorded_while_the_sweep_looks_at_it_is_neither_sent_nor_counted()
    {
        var item = Item("m-1", Old);
        _sweep.Page(item);
        _sweep.BeforeRead = async row =>
        {
            if (row.StartsWith("sent-", StringComparison.Ordinal))
            {
                _sweep.BeforeRead = _ => Task.CompletedTask;
                await _sweep.RecordAsync(item);
            }
        };

        var report = await _sweep.SweepAsync();

        Assert.Equal((1, 0, 0), (report.Compared, report.Found, report.Sent));
        Assert.Empty(_sweep.Sent);
        Assert.Equal((0, 0, 0), Counts(await _sweep.StateAsync()));
    }

    [Fact]
    public async Task What_stays_missing_is_sent_again_when_the_bus_has_forgotten_its_id_and_three_times_at_most()
    {
        _sweep.Page(Item("m-1", Old));
        for (var number = 0; number < 12; number++)
        {
            await _sweep.SweepAsync();
            _sweep.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(3, _sweep.Sent.Count);
        Assert.True(SweepLedger.ResendAfter > ConversationFlow.Topology.Queues.Single(queue => queue.Name == Entities.Captured).DuplicateWindow);
        Assert.Equal((1, 0, 1), Counts(await _sweep.StateAsync()));
    }

    [Fact]
    public async Task A_sweep_looks_back_to_what_may_have_to_be_sent_again_and_no_longer_when_it_is_given_up()
    {
        _sweep.Page(Item("m-1", TimeSpan.FromDays(2)));
        await _sweep.SweepAsync(since: Now - TimeSpan.FromDays(3));
        for (var number = 0; number < 3; number++)
        {
            _sweep.Clock.Advance(SweepLedger.ResendAfter);
            await _sweep.SweepAsync();
        }

        var sent = Now - TimeSpan.FromDays(2);
        Assert.Equal([sent, sent], _sweep.History.Read.Skip(1).Take(2).Select(read => read.Since));
        Assert.True(_sweep.History.Read[3].Since > sent);
        Assert.Equal(3, _sweep.Sent.Count);
    }

    [Fact]
    public async Task A_bus_that_fails_after_the_finding_was_written_down_loses_nothing_and_counts_nothing_twice()
    {
        _sweep.Page(Item("m-1", Old));
        _sweep.Bus.Failure = new IOException("The bus is out of order.");
        await Assert.ThrowsAsync<IOException>(() => _sweep.SweepAsync());
        _sweep.Bus.Failure = null;
        _sweep.Clock.Advance(SweepLedger.ResendAfter);

        var report = await _sweep.SweepAsync();

        Assert.Equal((0, 1), (report.Found, report.Sent));
        Assert.Single(_sweep.Sent);
        Assert.Equal((1, 0, 1), Counts(await _sweep.StateAsync()));
    }

    [Fact]
    public async Task Each_sweep_looks_back_behind_what_is_known_to_be_complete()
    {
        await _sweep.SweepAsync();
        _sweep.Clock.Advance(TimeSpan.FromDays(3));
        await _sweep.SweepAsync();
        await _sweep.SweepAsync(since: Now - TimeSpan.FromDays(9));
        await _sweep.SweepAsync(since: _sweep.Clock.GetUtcNow());

        var until = Now - TimeSpan.FromMinutes(2);
        var later = until + TimeSpan.FromDays(3);
        Assert.Equal([until - LookBack, until - LookBack, Now - TimeSpan.FromDays(9), later - LookBack], _sweep.History.Read.Select(read => read.Since));
        Assert.Equal(later, (await _sweep.StateAsync()).SweptUntil);
    }

    [Fact]
    public async Task A_platform_that_is_down_is_told_of_and_the_next_sweep_goes_on_where_the_last_good_one_ended()
    {
        await _sweep.SweepAsync();
        var known = (await _sweep.StateAsync()).SweptUntil;
        _sweep.Page(Item("m-1", TimeSpan.FromMinutes(3)));
        _sweep.History.Pages.Add(null);
        _sweep.Clock.Advance(TimeSpan.FromHours(8));

        var report = await _sweep.SweepAsync();

        Assert.Equal(("The platform is down.", 1), (report.Error, report.Found));
        var state = await _sweep.StateAsync();
        Assert.Equal((known, "The platform is down.", _sweep.Clock.GetUtcNow()), (state.SweptUntil, state.Error, state.LastSweptAt));
        Assert.Contains(_sweep.Logs.Lines, line => line.Contains("The platform is down.", StringComparison.Ordinal));

        _sweep.History.Pages.RemoveAt(1);
        Assert.Null((await _sweep.SweepAsync()).Error);
        Assert.Null((await _sweep.StateAsync()).Error);
        Assert.Equal(known - LookBack, _sweep.History.Read[^1].Since);
    }

    [Fact]
    public async Task A_history_in_order_need_not_be_read_from_its_beginning_after_a_failure()
    {
        var reached = Now - TimeSpan.FromMinutes(30);
        _sweep.History.Pages.AddRange([new HistoryPage([Item("m-1", TimeSpan.FromMinutes(30))], 0, reached), null]);

        await _sweep.SweepAsync();
        await _sweep.SweepAsync();

        Assert.Equal(reached, (await _sweep.StateAsync()).SweptUntil);
        Assert.Equal(reached - LookBack, _sweep.History.Read[1].Since);
    }

    [Fact]
    public async Task A_page_that_reaches_into_the_young_is_not_taken_for_complete()
    {
        _sweep.History.Pages.AddRange([new HistoryPage([Item("young", TimeSpan.Zero)], 0, Now), null]);
        await _sweep.SweepAsync();
        Assert.Equal(Now - TimeSpan.FromMinutes(2), (await _sweep.StateAsync()).SweptUntil);
    }

    [Fact]
    public async Task While_much_waits_to_be_recorded_nothing_is_taken_for_missing()
    {
        _sweep.Page(Item("m-1", Old));
        _sweep.Backlog = 1001;
        var report = await _sweep.SweepAsync();
        Assert.Equal((0, 0), (report.Found, _sweep.Sent.Count));
        Assert.Contains("1001 messages wait", report.Error, StringComparison.Ordinal);
        Assert.Equal(report.Error, (await _sweep.StateAsync()).Error);

        _sweep.Backlog = 1000;
        Assert.Equal(1, (await _sweep.SweepAsync()).Found);
    }

    [Fact]
    public async Task A_happening_without_a_time_is_there_when_one_alike_is_since_then()
    {
        var close = Item("conversation:resolved:x", Old) with { Alike = new("conversation:resolved:", Now - TimeSpan.FromMinutes(30)) };
        _sweep.Page(close);
        await _sweep.RecordAsync(close.Message.Conversation.Key, Now - TimeSpan.FromMinutes(31), "conversation:resolved:before");
        await _sweep.RecordAsync(close.Message.Conversation.Key, Now - TimeSpan.FromMinutes(25), "41");
        Assert.Equal(1, (await _sweep.SweepAsync()).Found);

        await _sweep.RecordAsync(close.Message.Conversation.Key, Now - TimeSpan.FromMinutes(29), "conversation:resolved:after");
        _sweep.Clock.Advance(SweepLedger.ResendAfter);
        Assert.Equal((0, 0), ((await _sweep.SweepAsync()).Found, _sweep.Sent.Count - 1));
    }

    [Fact]
    public async Task Ids_of_any_length_and_characters_are_recognised()
    {
        var long_ = Item(new string('é', 200) + "/1", Old);
        await _sweep.RecordAsync(long_);
        _sweep.Page(long_);
        Assert.Equal(0, (await _sweep.SweepAsync()).Found);
    }

    [Fact]
    public async Task Hundreds_missing_at_once_are_found_and_saved_exactly()
    {
        var items = Enumerable.Range(0, 450).Select(number => Item($"m-{number}", Old, $"c-{number % 7}")).ToArray();
        _sweep.Page(items);
        Assert.Equal(450, (await _sweep.SweepAsync()).Found);
        Array.ForEach(items, item => _sweep.RecordAsync(item).GetAwaiter().GetResult());
        Assert.Equal(450, (await _sweep.SweepAsync()).Saved);
        Assert.Equal((450, 450, 0), Counts(await _sweep.StateAsync()));
    }

    [Fact]
    public async Task Unreadable_items_are_counted()
    {
        _sweep.History.Pages.AddRange([new HistoryPage([], 2), new HistoryPage([], 1)]);
        Assert.Equal(3, (await _sweep.SweepAsync()).Unreadable);
        Assert.Equal(3, (await _sweep.StateAsync()).Unreadable);
    }

    [Fact]
    public async Task An_account_without_a_history_is_not_swept() =>
        Assert.Null(await _sweep.Sweeper.RunAsync("generic", "other", null, TestContext.Current.CancellationToken));

    private static (long Found, long Saved, long Waiting) Counts(SweepState state) => (state.Found, state.Saved, state.Waiting);
}
