using System.Collections.Concurrent;
using Pipeline.Contracts;
using Pipeline.Ports;
using Pipeline.Sqlite;
using static Pipeline.Contracts.ContractTopology;

namespace Pipeline.Tests.Sqlite;

/// <summary>What only the embedded bus promises.</summary>
public sealed class SqliteBusTests : IAsyncLifetime
{
    private readonly ScratchFolder _scratch = new();
    private readonly SettableClock _clock = new();
    private DataFolder _folder = null!;
    private SqliteBus _bus = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        Open(Topology);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _scratch.Dispose();
    }

    [Fact]
    public async Task A_backlog_larger_than_memory_keeps_is_delivered_in_order_while_more_is_sent()
    {
        const int Backlog = 5_000;
        await SendAsync(Orders, 0, Backlog);
        var received = 0;
        while (received < Backlog)
        {
            var messages = await _bus.ReceiveAsync(Orders, 250, TimeSpan.Zero, Token);
            Assert.Equal(Enumerable.Range(received, messages.Count).Select(Id), messages.Select(message => message.Message.Id));
            received += messages.Count;
            await SendAsync(Orders, Backlog + received, 1);
            await _bus.SettleAsync(Orders, [.. messages.Select(message => new Settlement.Complete(message.LockToken))], Token);
        }

        var depth = (await _bus.ReadDepthsAsync(Token)).Single(depth => depth.Source == Orders);
        Assert.Equal(received / 250, depth.Active);
    }

    [Fact]
    public async Task Many_senders_and_receivers_at_once_lose_nothing_and_deliver_nothing_twice()
    {
        const int Count = 2_000;
        var seen = new ConcurrentBag<string>();
        var senders = Enumerable.Range(0, 8).Select(sender => Task.Run(
            async () =>
            {
                for (var number = sender; number < Count; number += 8)
                {
                    await SendAsync(Events, number, 1);
                }
            },
            Token));
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var receivers = Enumerable.Range(0, 8).Select(_ => Task.Run(
            async () =>
            {
                while (!done.IsCancellationRequested)
                {
                    foreach (var message in await _bus.ReceiveAsync(All, 16, Timeout.InfiniteTimeSpan, done.Token))
                    {
                        seen.Add(message.Message.Id);
                        await _bus.SettleAsync(All, [new Settlement.Complete(message.LockToken)], Token);
                        if (seen.Count >= Count)
                        {
                            await done.CancelAsync();
                        }
                    }
                }
            },
            Token)).ToArray();
        await Task.WhenAll(senders);
        await Task.WhenAll(receivers).ContinueWith(_ => { }, Token, TaskContinuationOptions.None, TaskScheduler.Default);
        Assert.Equal(Enumerable.Range(0, Count).Select(Id), seen.Order());
        Assert.Empty(await _bus.ReceiveAsync(All, 1, TimeSpan.Zero, Token));
    }

    [Fact]
    public async Task Receiving_commits_nothing()
    {
        await SendAsync(Orders, 0, 10);
        var before = _bus.Commits;
        Assert.Equal(10, (await _bus.ReceiveAsync(Orders, 100, TimeSpan.Zero, Token)).Count);
        Assert.Equal(before, _bus.Commits);
    }

    [Fact]
    public async Task A_delivery_that_does_not_count_is_none_of_those_a_message_may_have()
    {
        await SendAsync(Orders, 0, 1);
        for (var failure = 0; failure < MaxDeliveryCount * 3; failure++)
        {
            var message = Assert.Single(await _bus.ReceiveAsync(Orders, 10, TimeSpan.Zero, Token));
            Assert.Equal(1, message.DeliveryCount);
            await _bus.SettleAsync(Orders, [new Settlement.Abandon(message.LockToken, "The disk is full.", Counts: false)], Token);
        }

        Assert.Empty(await _bus.ListAsync(Orders, 0, 10, Token));
    }

    [Fact]
    public async Task A_subscription_that_is_declared_no_more_keeps_its_messages_until_it_is_again()
    {
        await SendAsync(Events, 0, 1);
        await CloseAsync();
        var less = Topology with { Topics = [Topology.Topics[0] with { Subscriptions = [.. Topology.Topics[0].Subscriptions.Take(1)] }] };
        Open(less);
        var copy = Assert.Single(await _bus.ReceiveAsync(All, 10, TimeSpan.Zero, Token));
        await _bus.SettleAsync(All, [new Settlement.Complete(copy.LockToken)], Token);
        await CloseAsync();
        Open(Topology);
        Assert.Single(await _bus.ReceiveAsync(FrenchOrLoud, 10, TimeSpan.Zero, Token));
    }

    [Fact]
    public async Task Closing_turns_waiting_receivers_away()
    {
        var waiting = _bus.ReceiveAsync(Orders, 1, TimeSpan.FromHours(1), Token);
        await _bus.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => SendAsync(Orders, 0, 1));
    }

    private static string Id(int number) => $"{number:D6}";

    private async Task SendAsync(string entity, int first, int count)
    {
        foreach (var chunk in Enumerable.Range(first, count).Chunk(500))
        {
            await _bus.SendAsync(
                entity,
                [
                    .. chunk.Select(number => new BusMessage(
                        Id(number),
                        new byte[1000],
                        new Dictionary<string, string>(StringComparer.Ordinal) { ["loud"] = number == 0 ? "yes" : "no" },
                        "key")),
                ],
                Token);
        }
    }

    private void Open(BusTopology topology)
    {
        _folder = DataFolder.Open(_scratch.Path);
        _bus = new SqliteBus(_folder, topology, _clock);
    }

    private async Task CloseAsync()
    {
        await _bus.DisposeAsync();
        _folder.Dispose();
    }
}
