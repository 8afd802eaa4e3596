using Pipeline.Local.Changes;
using Pipeline.Ports;

namespace Pipeline.Tests.Local.Changes;

public sealed class LocalConversationChangesTests
{
    private readonly LocalConversationChanges _changes = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_watcher_is_told_of_every_conversation_that_changes()
    {
        await using var watch = Watch(null);
        var first = watch.MoveNextAsync();
        _changes.Tell("a");
        _changes.Tell("b");

        Assert.True(await first);
        Assert.Equal("a", watch.Current);
        Assert.True(await watch.MoveNextAsync());
        Assert.Equal("b", watch.Current);
    }

    [Fact]
    public async Task A_watcher_of_one_conversation_is_told_of_no_other()
    {
        await using var watch = Watch("b");
        var first = watch.MoveNextAsync();
        _changes.Tell("a");
        _changes.Tell("b");

        Assert.True(await first);
        Assert.Equal("b", watch.Current);
    }

    [Fact]
    public async Task Changes_that_come_while_the_watcher_is_busy_are_told_as_one()
    {
        await using var watch = Watch(null);
        var first = watch.MoveNextAsync();
        _changes.Tell("a");
        Assert.True(await first);
        for (var again = 0; again < 10_000; again++)
        {
            _changes.Tell("a");
        }

        _changes.Tell("b");

        Assert.True(await watch.MoveNextAsync());
        Assert.Equal("a", watch.Current);
        Assert.True(await watch.MoveNextAsync());
        Assert.Equal("b", watch.Current);
    }

    [Fact]
    public async Task A_watcher_that_falls_far_behind_is_ended_and_does_not_hold_up_the_others()
    {
        await using var slow = Watch(null);
        var slowFirst = slow.MoveNextAsync();
        await using var other = Watch("last");
        var otherFirst = other.MoveNextAsync();
        for (var conversation = 0; conversation < 5_000; conversation++)
        {
            _changes.Tell($"c-{conversation}");
        }

        _changes.Tell("last");

        Assert.True(await otherFirst);
        Assert.True(await slowFirst);
        var told = 1;
        while (await slow.MoveNextAsync())
        {
            told++;
        }

        Assert.InRange(told, 1, 4_999);
    }

    [Fact]
    public async Task A_watch_ends_when_its_reader_leaves()
    {
        using var leaving = new CancellationTokenSource();
        await using var watch = _changes.WatchAsync(null, leaving.Token).GetAsyncEnumerator(leaving.Token);
        var first = watch.MoveNextAsync();

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await first);
    }

    [Fact]
    public async Task Only_the_table_of_conversations_is_followed()
    {
        await using var watch = Watch(null);
        var first = watch.MoveNextAsync();
        _changes.TableChanged(TableNames.Advisors, "a");
        _changes.TableChanged(TableNames.Conversations, "b");

        Assert.True(await first);
        Assert.Equal("b", watch.Current);
    }

    private IAsyncEnumerator<string> Watch(string? key) => _changes.WatchAsync(key, Cancelled).GetAsyncEnumerator(Cancelled);
}
