using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Pipeline.Ports;
using static Pipeline.Contracts.ContractTopology;

namespace Pipeline.Tests.Sqlite;

public sealed class SqliteBusPropertyTests
{
    [Fact]
    public void Whatever_happens_the_bus_does_as_the_model() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(40).WithEndSize(60).WithQuietOnSuccess(true),
        Prop.ForAll(BusStep.Lives(), life => LiveAsync(life).GetAwaiter().GetResult()));

    private static async Task LiveAsync(BusStep[] life)
    {
        await using var fixture = new SqliteBusFixture();
        var model = new BusModel(fixture.Now);
        List<(string Source, string Token)> deliveries = [];
        foreach (var step in life)
        {
            await StepAsync(step, fixture, model, deliveries);
            foreach (var depth in await fixture.Status.ReadDepthsAsync(TestContext.Current.CancellationToken))
            {
                Assert.Equal(model.Depth(depth.Source), depth);
            }
        }

        foreach (var source in new[] { Orders, All, French, FrenchOrLoud })
        {
            await CompareDeadLettersAsync(source, fixture, model);
            await StepAsync(new BusStep.Receive(source, 100), fixture, model, deliveries);
        }
    }

    private static async Task StepAsync(
        BusStep step, SqliteBusFixture fixture, BusModel model, List<(string Source, string Token)> deliveries)
    {
        var token = TestContext.Current.CancellationToken;
        switch (step)
        {
            case BusStep.Send send:
                BusMessage[] messages =
                [
                    .. send.Messages.Select(message => Message(message, fixture.Now))
                        .Where(message => !model.IsUnsure(send.Entity, message.Id)),
                ];
                await fixture.Bus.SendAsync(send.Entity, messages, token);
                Array.ForEach(messages, message => model.Send(send.Entity, message));
                break;
            case BusStep.Receive receive:
                var received = await fixture.Receiver.ReceiveAsync(receive.Source, receive.MaxMessages, TimeSpan.Zero, token);
                var expected = model.Receive(receive.Source, receive.MaxMessages, [.. received.Select(message => message.LockToken)]);
                Assert.Equal(expected, received.Select(message => (message.Message.Id, message.DeliveryCount)));
                Assert.All(received, message => Assert.Equal(message.Message.Id, Encoding.UTF8.GetString(message.Message.Body.Span)));
                deliveries.AddRange(received.Select(message => (receive.Source, message.LockToken)));
                break;
            case BusStep.Settle settle when deliveries.Count > 0:
                var (source, lockToken) = deliveries[settle.Delivery % deliveries.Count];
                await fixture.Receiver.SettleAsync(source, [Settlement(lockToken, settle.How)], token);
                model.Settle(lockToken, settle.How);
                break;
            case BusStep.Advance advance:
                await fixture.AdvanceAsync(TimeSpan.FromSeconds(advance.Seconds));
                model.Advance(TimeSpan.FromSeconds(advance.Seconds));
                break;
            case BusStep.Replay replay:
                await fixture.DeadLetters.ReplayAsync(
                    replay.Source, await CompareDeadLettersAsync(replay.Source, fixture, model, replay.DeadLetter), token);
                model.Replay(replay.Source, replay.DeadLetter);
                break;
            case BusStep.Purge purge:
                await fixture.DeadLetters.PurgeAsync(
                    purge.Source, await CompareDeadLettersAsync(purge.Source, fixture, model, purge.DeadLetter), token);
                model.Purge(purge.Source, purge.DeadLetter);
                break;
            case BusStep.Reopen reopen:
                await (reopen.AfterCrash ? fixture.ReopenAfterCrashAsync() : fixture.ReopenAsync());
                model.Reopen(reopen.AfterCrash);
                break;
        }
    }

    private static async Task<long[]> CompareDeadLettersAsync(string source, SqliteBusFixture fixture, BusModel model, int pick = -1)
    {
        var dead = await fixture.DeadLetters.ListAsync(source, 0, 250, TestContext.Current.CancellationToken);
        Assert.Equal(model.DeadLetters(source), dead.Select(letter => (letter.Message.Id, letter.DeliveryCount)));
        return pick >= 0 && pick < dead.Count ? [dead[pick].SequenceNumber] : [];
    }

    private static BusMessage Message(RandomMessage random, DateTimeOffset now)
    {
        var id = random.Id.ToString(CultureInfo.InvariantCulture);
        var properties = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["language"] = random.Kind is 1 or 2 ? "fr" : "en",
            ["kind"] = random.Kind == 1 ? "message" : "close",
            ["loud"] = random.Kind == 3 ? "yes" : "no",
        };
        DateTimeOffset? due = random.DelaySeconds == 0 ? null : now.AddSeconds(random.DelaySeconds);
        return new BusMessage(id, Encoding.UTF8.GetBytes(id), properties, "key", due);
    }

    private static Settlement Settlement(string token, char how) => how switch
    {
        'c' => new Settlement.Complete(token),
        'd' => new Settlement.DeadLetter(token, "Bad", "It is bad."),
        _ => new Settlement.Abandon(token, "it failed"),
    };
}
