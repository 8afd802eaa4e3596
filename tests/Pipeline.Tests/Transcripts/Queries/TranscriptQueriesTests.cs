using FsCheck;
using FsCheck.Fluent;
using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Transcripts.Queries;

namespace Pipeline.Tests.Transcripts.Queries;

public sealed class TranscriptQueriesTests
{
    private const int Days = 30;

    private readonly InMemoryTables _tables = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Any_mix_of_filters_finds_what_going_through_all_would_newest_first()
    {
        var seeded = new SeededSummaries(1);
        var all = await FillAsync(seeded, 400);
        var found = 0;
        for (var number = 0; number < 150; number++)
        {
            var query = seeded.Query(Days);
            var pages = await AllPagesAsync(query, 1 + (number % 40));
            Assert.Equal(Naive(all, query), pages.Select(summary => summary.Key));
            found += pages.Count;
        }

        Assert.True(found > 1000, $"Only {found} conversations were found: the queries ask too much to tell anything.");
    }

    [Fact]
    public void Pages_neither_repeat_nor_lose_a_conversation_while_others_come() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(30).WithQuietOnSuccess(true),
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => IsStableAsync(seed).GetAwaiter().GetResult()));

    [Fact]
    public async Task The_rarest_facet_leads_and_a_common_one_is_gone_through()
    {
        var seeded = new SeededSummaries(2);
        await FillAsync(seeded, 600);
        var rare = await Queries.QueryAsync(new TranscriptQuery { Brand = "boreal", AdvisorId = "a-7" }, 10, null, Token);
        Assert.Equal("advisor", rare.Facet);
        var common = await Queries.QueryAsync(new TranscriptQuery { Brand = "boreal" }, 10, null, Token);
        Assert.Equal("all", common.Facet);
        Assert.Equal(10, common.Conversations.Count);
    }

    [Theory]
    [InlineData(400, 1600)]
    public async Task The_rows_that_a_page_reads_do_not_grow_with_the_table(int few, int many)
    {
        TranscriptQuery[] queries =
        [
            new() { WorstEmotion = Emotion.Anger, Skill = "technical" },
            new() { AdvisorId = "a-3" },
            new() { Brand = "lumo", Outcome = ConversationOutcome.Unresolved },
            new() { Thanked = true },
        ];
        var (small, large) = (new InMemoryTables(), new InMemoryTables());
        await FillAsync(new SeededSummaries(3), few, small);
        await FillAsync(new SeededSummaries(3), many, large);
        foreach (var query in queries)
        {
            var before = await new TranscriptQueries(small).QueryAsync(query, 5, null, Token);
            var after = await new TranscriptQueries(large).QueryAsync(query, 5, null, Token);
            Assert.Equal(5, after.Conversations.Count);
            Assert.InRange(after.RowsRead, 5, before.RowsRead + 250);
            Assert.InRange(after.RowsRead, 5, 700);
        }
    }

    [Fact]
    public async Task Two_things_that_seldom_meet_cost_the_rows_of_their_page_alone()
    {
        await FillAsync(new SeededSummaries(6), 3000);
        TranscriptQuery[] queries =
        [
            new() { Urgent = true, Outcome = ConversationOutcome.Unresolved },
            new() { Transferred = true, EndEmotion = Emotion.Anger },
            new() { AdvisorId = "a-3", RatingMin = 4 },
            new() { Brand = "sable", Intent = "outage" },
        ];
        foreach (var query in queries)
        {
            var page = await Queries.QueryAsync(query, 20, null, Token);
            Assert.NotEmpty(page.Conversations);

            // What is looked at first, of the pair and of all, and then each answer twice: its place and its summary.
            Assert.InRange(page.RowsRead, page.Conversations.Count, 250);
        }
    }

    [Fact]
    public async Task The_oldest_costs_no_more_than_the_newest()
    {
        await FillAsync(new SeededSummaries(4), 1500);
        var query = new TranscriptQuery { Skill = "technical", Hard = true };
        var newest = await Queries.QueryAsync(query, 5, null, Token);
        var oldest = await Queries.QueryAsync(query with { Before = SeededSummaries.Start.AddDays(4) }, 5, null, Token);
        Assert.Equal(5, oldest.Conversations.Count);
        Assert.All(oldest.Conversations, conversation => Assert.True(conversation.StartedAt < SeededSummaries.Start.AddDays(4)));
        Assert.InRange(oldest.RowsRead, 1, newest.RowsRead * 3);
    }

    [Fact]
    public async Task A_page_that_finds_little_ends_after_some_rows_and_goes_on()
    {
        var seeded = new SeededSummaries(5);
        for (var number = 0; number < 7000; number++)
        {
            await SeededSummaries.WriteAsync(_tables, Plain(seeded, number) with { Thanked = number == 3 });
        }

        var first = await Queries.QueryAsync(new TranscriptQuery { Thanked = true }, 10, null, Token);
        Assert.Empty(first.Conversations);
        Assert.InRange(first.RowsRead, TranscriptQueries.RowBudget, TranscriptQueries.RowBudget + 1100);
        var second = await Queries.QueryAsync(new TranscriptQuery { Thanked = true }, 10, first.Continuation, Token);
        Assert.Equal("generic~demo~c-3", Assert.Single(second.Conversations).Key);
        Assert.Null(second.Continuation);
    }

    [Fact]
    public async Task A_continuation_of_another_query_or_of_nobody_is_refused()
    {
        await FillAsync(new SeededSummaries(6), 50);
        var page = await Queries.QueryAsync(new TranscriptQuery(), 5, null, Token);
        Assert.NotNull(page.Continuation);
        string[] foreign = ["", "not base64 !", "YWJj", page.Continuation[..^2], new('A', 6000)];
        foreach (var continuation in foreign)
        {
            await Assert.ThrowsAsync<FormatException>(() => Queries.QueryAsync(new TranscriptQuery(), 5, continuation, Token));
        }

        await Assert.ThrowsAsync<FormatException>(() => Queries.QueryAsync(new TranscriptQuery { Hard = true }, 5, page.Continuation, Token));
    }

    [Fact]
    public async Task A_customers_conversations_are_found_by_the_hash_open_ones_too()
    {
        var seeded = new SeededSummaries(7);
        await FillAsync(seeded, 60);
        var (closed, open) = (Plain(seeded, 1), Plain(seeded, 2) with { ClosedAt = null, Measures = null });
        await SeededSummaries.WriteAsync(_tables, closed, "hash-1");
        await SeededSummaries.WriteAsync(_tables, open, "hash-1");
        var page = await Queries.QueryAsync(new TranscriptQuery { CustomerHash = "hash-1" }, 10, null, Token);
        Assert.Equal([open.Key, closed.Key], page.Conversations.Select(conversation => conversation.Key));
        Assert.Empty((await Queries.QueryAsync(new TranscriptQuery { CustomerHash = "hash-2" }, 10, null, Token)).Conversations);
    }

    [Fact]
    public async Task Words_meet_facets_and_page_on()
    {
        var all = await FillAsync(new SeededSummaries(8), 300);
        var matches = all.Where(summary => summary.ClosedAt is not null && summary.StartedAt.Second % 3 == 0).ToList();
        var queries = new TranscriptQueries(_tables, new FakeSearch(matches));
        foreach (var query in new TranscriptQuery[] { new() { Text = "box" }, new() { Text = "box", Skill = "technical" }, new() { Text = "box", Thanked = true } })
        {
            var expected = Naive(matches, query);
            Assert.NotEmpty(expected);
            Assert.Equal(expected, (await AllPagesAsync(query, 7, queries)).Select(summary => summary.Key));
        }
    }

    [Fact]
    public async Task Words_are_refused_where_nothing_searches_them() =>
        await Assert.ThrowsAsync<TextQueryException>(() => Queries.QueryAsync(new TranscriptQuery { Text = "box" }, 5, null, Token));

    private TranscriptQueries Queries => new(_tables);

    private static ConversationSummary Plain(SeededSummaries seeded, int number) =>
        seeded.Next(SeededSummaries.Start.AddMinutes(number)) with { Thanked = false };

    private static IEnumerable<string> Naive(IEnumerable<ConversationSummary> all, TranscriptQuery query) => all
        .Where(summary => NaiveFilter.Meets(summary, query))
        .OrderBy(summary => NewestFirst.Of(summary.StartedAt, summary.Key), StringComparer.Ordinal)
        .Select(summary => summary.Key);

    private async Task<List<ConversationSummary>> FillAsync(SeededSummaries seeded, int count, InMemoryTables? tables = null)
    {
        // As close together whatever their number: more of them reach further back.
        var all = new List<ConversationSummary>();
        for (var number = 0; number < count; number++)
        {
            all.Add(seeded.Next(SeededSummaries.Start.AddSeconds(number * (Days * 86_400.0 / 1600))));
            await SeededSummaries.WriteAsync(tables ?? _tables, all[^1]);
        }

        return all;
    }

    private async Task<List<ConversationSummary>> AllPagesAsync(TranscriptQuery query, int limit, TranscriptQueries? queries = null)
    {
        var all = new List<ConversationSummary>();
        string? continuation = null;
        do
        {
            var page = await (queries ?? Queries).QueryAsync(query, limit, continuation, Token);
            Assert.True(page.Conversations.Count <= limit);
            all.AddRange(page.Conversations);
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return all;
    }

    private static async Task<bool> IsStableAsync(int seed)
    {
        var random = new Random(seed);
        var (tables, seeded) = (new InMemoryTables(), new SeededSummaries(seed));
        var there = new List<ConversationSummary>();
        for (var number = 0; number < 120; number++)
        {
            there.Add(seeded.Next(SeededSummaries.Start.AddMinutes(random.Next(Days * 1440))));
            await SeededSummaries.WriteAsync(tables, there[^1]);
        }

        var query = seeded.Query(Days) with { AdvisorId = null, HardReason = null };
        var queries = new TranscriptQueries(tables);
        var seen = new List<string>();
        string? continuation = null;
        do
        {
            var page = await queries.QueryAsync(query, 1 + random.Next(9), continuation, CancellationToken.None);
            seen.AddRange(page.Conversations.Select(conversation => conversation.Key));
            continuation = page.Continuation;

            // Others come meanwhile, newer and older than where the page ended.
            await SeededSummaries.WriteAsync(tables, seeded.Next(SeededSummaries.Start.AddMinutes(random.Next(Days * 1440))));
        }
        while (continuation is not null);
        return seen.Distinct().Count() == seen.Count && !Naive(there, query).Except(seen).Any();
    }
}
