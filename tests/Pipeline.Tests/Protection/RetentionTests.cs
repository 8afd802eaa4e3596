using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ports;
using Pipeline.Protection;
using Pipeline.Protection.Holds;
using Pipeline.Protection.Retention;
using Pipeline.Replay;
using Pipeline.Tests.Flow;

namespace Pipeline.Tests.Protection;

public sealed class RetentionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Conversations_end_when_their_brand_says_and_not_before()
    {
        await using var path = await People.WorldAsync(With(new RetentionRule { Brand = "boreal", Messages = 30 }, new RetentionRule { Messages = 1 }));
        path.Clock.Set(WholePath.Start.AddDays(29));
        var run = await RunAsync(path);
        Assert.Equal((4L, 0L), (Kind(run, "messages").Count, Kind(run, "messages").Removed));
        Assert.Equal(WholePath.Start.AddSeconds(40).AddMilliseconds(1), Kind(run, "messages").Oldest);

        // c-1, c-2 and c-3 are over; c-4 is some hours younger.
        path.Clock.Set(WholePath.Start.AddDays(30).AddHours(2.5));
        run = await RunAsync(path);
        Assert.Equal((1L, 3L), (Kind(run, "messages").Count, Kind(run, "messages").Removed));
        Assert.True(Kind(run, "messages").Oldest > path.Clock.GetUtcNow().AddDays(-30));
        Assert.DoesNotContain(path.Tables.Dump(), entry => entry.Row.PartitionKey == People.Key("c-1") || entry.Row.RowKey.Contains(People.Key("c-1"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_ends_in_one_night_is_erased_together()
    {
        var store = new CountingStore();
        await using var path = await People.WorldAsync(services => With(new RetentionRule { Messages = 30 })(services.AddSingleton<IPersonalStore>(store)));
        path.Clock.Set(WholePath.Start.AddDays(40));
        await RunAsync(path);
        Assert.Equal(4, Assert.Single(store.Erased).Count);
        Assert.DoesNotContain(path.Tables.Dump(), entry => entry.Table == TableNames.Conversations);
    }

    [Fact]
    public async Task What_is_older_than_it_may_be_kept_is_not_taken_in_again()
    {
        await using var path = await People.WorldAsync(With(new RetentionRule { Messages = 30 }));
        path.Clock.Set(WholePath.Start.AddDays(40));
        await RunAsync(path);
        path.ForgetIds();
        foreach (var webhook in ReplayScript.Write(People.Conversation(People.Erased, "Camille", "Bonjour"), "c-1", WholePath.Start))
        {
            await path.PostNowAsync(webhook with { WebhookId = webhook.WebhookId + "-late" });
            await path.DrainAsync();
        }

        Assert.Null(await path.Transcripts.ReadAsync(People.Key("c-1"), Token));
    }

    [Fact]
    public async Task Kinds_end_before_the_conversation_and_the_rest_can_still_be_read()
    {
        await using var path = await People.WorldAsync(With(new RetentionRule { Messages = 300, Suggestions = 10, Decisions = 20, Scores = 20, Index = 40 }));
        path.Clock.Set(WholePath.Start.AddDays(15));
        await RunAsync(path);
        Assert.DoesNotContain(path.Tables.Dump(), entry => entry.Row.RowKey.StartsWith("suggestions-", StringComparison.Ordinal));
        Assert.Contains(path.Tables.Dump(), entry => entry.Row.RowKey.StartsWith("decision-", StringComparison.Ordinal));

        path.Clock.Set(WholePath.Start.AddDays(50));
        var run = await RunAsync(path);
        Assert.DoesNotContain(path.Tables.Dump(), entry => entry.Row.RowKey.StartsWith("decision-", StringComparison.Ordinal)
            || entry.Row.Properties.ContainsKey("Analysis") || entry.Table == TableNames.Transcripts);
        var transcript = await path.Transcripts.ReadAsync(People.Key("c-1"), Token);
        Assert.Equal((3, true), (transcript!.Messages.Count(message => message.Text.Length > 0), transcript.Messages.All(message => message.Analysis is null)));
        Assert.Equal((4L, 4L), (Kind(run, "messages").Count, Kind(run, "scores").Removed));
    }

    [Fact]
    public async Task A_legal_hold_keeps_a_conversation_and_the_report_says_so()
    {
        await using var path = await People.WorldAsync(With(new RetentionRule { Messages = 30, Suggestions = 5 }));
        await path.Service<LegalHolds>().PutAsync(
            new LegalHold { Reason = "dispute-1", At = WholePath.Start, Platform = "generic", CustomerId = People.Other }, Token);
        path.Clock.Set(WholePath.Start.AddDays(60));
        var run = await RunAsync(path);
        Assert.NotNull(await path.Transcripts.ReadAsync(People.Key("c-3"), Token));
        Assert.Equal((1L, 1L, 3L), (Kind(run, "messages").Count, Kind(run, "messages").Held, Kind(run, "messages").Removed));
    }

    [Fact]
    public async Task Without_rules_nothing_ends_and_the_report_still_tells_the_oldest()
    {
        await using var path = await People.WorldAsync();
        path.Clock.Set(WholePath.Start.AddYears(5));
        var run = await RunAsync(path);
        Assert.Equal((4L, 0L, null), (Kind(run, "messages").Count, Kind(run, "messages").Removed, Kind(run, "messages").Days));
    }

    [Fact]
    public async Task Readings_end_at_their_place_and_on_their_day()
    {
        await using var path = await People.WorldAsync(With(new RetentionRule { Audit = 365 }));
        foreach (var (at, number) in new[] { (WholePath.Start, (ushort)1), (WholePath.Start.AddDays(200), (ushort)2) })
        {
            var row = AuditRows.AtPlace(People.Key("c-1"), at, number, "nadia", new Dictionary<string, object> { ["Name"] = "nadia", ["ReadAt"] = at });
            await path.Tables.ApplyAsync(TableNames.Audit, row.PartitionKey, [new TableChange.Insert(row)], Token);
            await path.Tables.ApplyAsync(TableNames.Audit, AuditRows.OnDay(row)!.PartitionKey, [new TableChange.Insert(AuditRows.OnDay(row)!)], Token);
        }

        path.Clock.Set(WholePath.Start.AddDays(400));
        var run = await RunAsync(path);
        var audit = run.Kept.Single(kind => kind.Kind == "audit");
        Assert.Equal((1L, 1L, WholePath.Start.AddDays(200)), (audit.Count, audit.Removed, audit.Oldest));
        Assert.Equal(2, path.Tables.Dump().Count(entry => entry.Table == TableNames.Audit));
    }

    [Theory]
    [InlineData("", 30, 40, "Protection:Retention:0:Suggestions must not be more")]
    [InlineData("", 0, null, "Protection:Retention:0:Messages must be 1 to")]
    public void A_rule_that_cannot_be_is_named(string brand, int messages, int? suggestions, string problem)
    {
        var options = new ProtectionOptions { Retention = { new RetentionRule { Brand = brand, Messages = messages, Suggestions = suggestions } } };
        Assert.Contains(problem, new ProtectionOptionsValidator().Validate(null, options).FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_cannot_be_are_named()
    {
        var options = new ProtectionOptions
        {
            Settle = TimeSpan.FromSeconds(5),
            RefuseDays = 0,
            Retention = { new RetentionRule { Brand = "a" }, new RetentionRule { Brand = "A", Audit = 3 } },
            Vault = new VaultOptions { Brands = { "a" }, Key = "short" },
        };
        var failures = new ProtectionOptionsValidator().Validate(null, options).Failures!.ToArray();
        Assert.Equal(
            ["Protection:Settle", "Protection:RefuseDays", "Protection:Retention:1:Brand", "Protection:Retention:1:Audit", "Protection:Vault:Key"],
            failures.Select(failure => failure.Split(' ')[0]));
        Assert.True(new ProtectionOptionsValidator().Validate(null, new ProtectionOptions()).Succeeded);
    }

    private static Action<IServiceCollection> With(params RetentionRule[] rules) => services =>
        services.Configure<ProtectionOptions>(options => Array.ForEach(rules, options.Retention.Add));

    private static async Task<RetentionRun> RunAsync(WholePath path)
    {
        await path.Service<RetentionJob>().RunAsync(Token);
        return (await path.Service<RetentionJob>().ReadLastAsync(Token))!;
    }

    private static KeptKind Kind(RetentionRun run, string kind) => run.Kept.Single(kept => kept.Brand == "boreal" && kept.Kind == kind);

    private sealed class CountingStore : IPersonalStore
    {
        public List<IReadOnlyCollection<string>> Erased { get; } = [];

        public string Name => "counting";

        public Task<IReadOnlyList<KeptItem>> ReadAsync(string conversationKey, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<KeptItem>>([]);

        public Task EraseAsync(string conversationKey, CancellationToken cancellationToken) => throw new InvalidOperationException("One at a time.");

        public Task EraseAsync(IReadOnlyCollection<string> conversationKeys, CancellationToken cancellationToken)
        {
            Erased.Add([.. conversationKeys]);
            return Task.CompletedTask;
        }
    }
}
