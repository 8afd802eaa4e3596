using FsCheck;
using FsCheck.Fluent;
using Pipeline.Capture;
using Pipeline.Contracts;
using Pipeline.Replay;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Flow;

public sealed class ConvergenceTests
{
    public static TheoryData<string> Ids => [.. BundledConversations.All.Select(conversation => conversation.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_repeated_reordered_or_interrupted_delivery_leaves_the_tables_of_a_clean_one(string id)
    {
        var script = Script(id);
        await using var clean = await WholePath.StartAsync(more: RecordingProjection.Add);
        foreach (var webhook in script)
        {
            Assert.IsType<WebhookReading.Understood>(await clean.PostAsync(webhook));
            await clean.DrainAsync();
        }

        Assert.Empty(clean.DeadLetters);
        Assert.Empty(RecordingProjection.Stale(clean.Tables));
        var truth = TableText.Of(clean.Tables);
        var disturbances = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(6).WithQuietOnSuccess(true),
            Prop.ForAll(disturbances, seed => TableText.Of(DisturbedAsync(script, seed).GetAwaiter().GetResult()) == truth));
    }

    private static async Task<InMemoryTables> DisturbedAsync(IReadOnlyList<ReplayedEvent> script, int seed)
    {
        var random = new Random(seed);
        var arrivals = script.Concat(script.Where(_ => random.NextDouble() < 0.5)).ToArray();

        // Half of the runs are shuffled wholly, half only nearby, as a network does.
        var places = arrivals.Select((webhook, index) => (webhook, key: random.NextDouble() * (seed % 2 == 0 ? 1000 : 6) + index)).ToList();
        await using var path = await WholePath.StartAsync(seed, repeated: 0.15, more: RecordingProjection.Add);
        foreach (var (webhook, _) in places.OrderBy(place => place.key))
        {
            await path.PostAsync(webhook);
            await path.RunSomeAsync(random.Next(4));
        }

        await path.DrainAsync();
        return path.Tables;
    }

    private static IReadOnlyList<ReplayedEvent> Script(string id)
    {
        var conversation = BundledConversations.All.Single(candidate => candidate.Id == id);
        return ReplayScript.Write(conversation, id, WholePath.Start);
    }
}
