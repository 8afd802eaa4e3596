using System.Text;
using Pipeline.Contracts;
using Pipeline.Ports;
using Pipeline.Transcripts.Search;
using Pipeline.Transcripts.Search.Upkeep;

namespace Pipeline.Tests.Transcripts.Search;

public sealed class SearchUpkeepTests
{
    [Fact]
    public async Task A_crash_at_any_write_loses_nothing_and_leaves_nothing_behind()
    {
        for (var crash = 1; ; crash++)
        {
            using var searched = new Searched();
            await FillAsync(searched);
            var writes = 0;
            searched.Plain.BeforeApply = (_, _) => _ = ++writes == crash ? throw new IOException("The machine stops.") : 0;
            try
            {
                await searched.MaintainAsync();
                Assert.True(crash > 10, $"Only {crash} writes.");
                return;
            }
            catch (IOException)
            {
                searched.Plain.BeforeApply = null;
            }

            await AssertAnswersAsync(searched);
            // What was half written is given up after an hour, and swept for another one.
            for (var hour = 0; hour < 3; hour++)
            {
                await searched.MaintainAsync();
                searched.Clock.Advance(TranscriptSearchUpkeep.Patience);
            }

            await AssertAnswersAsync(searched);
            AssertNoStrangers(searched.Plain);
        }
    }

    [Fact]
    public async Task Another_that_does_all_the_work_between_any_two_writes_does_no_harm()
    {
        for (var moment = 1; ; moment++)
        {
            using var searched = new Searched();
            using var other = new TranscriptSearchUpkeep(searched.Plain, searched.Clock, Searched.Small);
            await FillAsync(searched);
            var (writes, inside) = (0, false);
            searched.Plain.BeforeApply = (_, _) =>
            {
                if (!inside && ++writes == moment)
                {
                    inside = true;
                    other.MaintainAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();
                    inside = false;
                }
            };
            await searched.MaintainAsync();
            searched.Plain.BeforeApply = null;
            if (writes < moment)
            {
                Assert.True(moment > 10, $"Only {moment} writes.");
                return;
            }

            await AssertAnswersAsync(searched);
            for (var hour = 0; hour < 3; hour++)
            {
                await searched.MaintainAsync();
                searched.Clock.Advance(TranscriptSearchUpkeep.Patience);
            }

            await AssertAnswersAsync(searched);
            AssertNoStrangers(searched.Plain);
        }
    }

    [Fact]
    public async Task A_search_during_which_all_segments_are_merged_away_finds_the_same()
    {
        for (var moment = 1; ; moment++)
        {
            var plain = new InMemoryTables();
            var reads = 0;
            TranscriptSearchUpkeep? upkeep = null;
            var tables = new InterruptedTables(plain, () =>
            {
                if (++reads == moment)
                {
                    upkeep!.MaintainAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();
                }
            });
            using var searched = new Searched(plain);
            await FillAsync(searched);
            await searched.MaintainAsync();
            for (var number = 30; number < 60; number++)
            {
                await searched.CloseAsync(number, "box neuve");
            }

            upkeep = searched.Upkeep;
            var index = new TranscriptSearchIndex(tables);
            var page = await index.SearchAsync(new(index.Parse("box")), 100, null, TestContext.Current.CancellationToken);

            Assert.Equal(await searched.FindAsync("box"), page.Matches.Select(match => int.Parse(match.Key[2..], null)));
            if (reads < moment)
            {
                return;
            }
        }
    }

    [Fact]
    public async Task An_erased_conversation_has_no_row_and_no_word_left()
    {
        using var searched = new Searched();
        for (var number = 0; number < 40; number++)
        {
            await searched.CloseAsync(number, number is 7 or 35 ? $"box zorglub{number}" : $"box {number % 9}");
            if (number < 35)
            {
                await searched.MaintainAsync();
            }
        }

        Assert.Equal((int[])[35, 7], await searched.FindAsync("zorglub*"));
        Assert.NotEmpty(Holding(searched.Plain, "zorglub7"));
        await searched.Upkeep.EraseAsync(["c-7", "c-35", "never was"], TestContext.Current.CancellationToken);

        Assert.Empty(await searched.FindAsync("zorglub*"));
        Assert.Equal(38, (await searched.FindAsync("box")).Length);
        Assert.Empty(Holding(searched.Plain, "zorglub7"));
        Assert.Empty(Holding(searched.Plain, "zorglub35"));
        Assert.Empty(Holding(searched.Plain, "c-7"));
        Assert.Empty(Holding(searched.Plain, "c-35"));
        AssertNoStrangers(searched.Plain);

        // Erased is not forbidden.
        await searched.CloseAsync(7, "zorglub");
        Assert.Equal((int[])[7], await searched.FindAsync("zorglub"));
    }

    [Fact]
    public async Task A_crash_at_any_write_of_an_erasure_is_made_good_by_erasing_again()
    {
        for (var crash = 1; ; crash++)
        {
            using var searched = new Searched();
            await FillAsync(searched);
            await searched.MaintainAsync();
            await searched.CloseAsync(7, "box zorglub");
            var writes = 0;
            searched.Plain.BeforeApply = (_, _) => _ = ++writes == crash ? throw new IOException("The machine stops.") : 0;
            var done = true;
            try
            {
                await searched.Upkeep.EraseAsync(["c-7"], TestContext.Current.CancellationToken);
            }
            catch (IOException)
            {
                done = false;
            }

            searched.Plain.BeforeApply = null;
            await searched.Upkeep.EraseAsync(["c-7"], TestContext.Current.CancellationToken);
            Assert.Empty(Holding(searched.Plain, "c-7"));
            Assert.Empty(Holding(searched.Plain, "zorglub"));
            Assert.Equal(29, (await searched.FindAsync("box")).Length);
            if (done)
            {
                return;
            }
        }
    }

    [Fact]
    public async Task What_has_not_changed_is_not_written_again()
    {
        using var searched = new Searched();
        await FillAsync(searched);
        await searched.MaintainAsync();
        await searched.Upkeep.EraseAsync([], TestContext.Current.CancellationToken);
        var before = Segments(searched.Plain);
        await FillAsync(searched);
        await searched.MaintainAsync();

        Assert.Equal(before, Segments(searched.Plain));
        await AssertAnswersAsync(searched);
    }

    private static async Task FillAsync(Searched searched)
    {
        for (var number = 0; number < 30; number++)
        {
            await searched.CloseAsync(number, $"box {number % 9} mot{number}");
        }
    }

    private static async Task AssertAnswersAsync(Searched searched)
    {
        Assert.Equal(Enumerable.Range(0, 30).Reverse(), await searched.FindAsync("box"));
        Assert.Equal((int[])[23, 14, 5], await searched.FindAsync("5"));
        Assert.Equal((int[])[12], await searched.FindAsync("mot12"));
    }

    private static string[] Segments(InMemoryTables tables) =>
        [.. tables.Dump().Select(entry => entry.Row.PartitionKey).Where(IsSegment).Distinct()];

    // Every segment is one that the state names, or that it knows to be given up.
    private static void AssertNoStrangers(InMemoryTables tables)
    {
        var state = tables.Dump().Single(entry => entry.Row is { PartitionKey: "index", RowKey: "state" }).Row.Text("State")!;
        var known = state.Split('\n').Where(line => line.StartsWith("segment ", StringComparison.Ordinal))
            .Select(line => $"segment!{int.Parse(line.Split(' ')[1], null):X8}").ToHashSet();
        Assert.Subset(known, Segments(tables).ToHashSet());
        Assert.DoesNotContain("pending", state, StringComparison.Ordinal);
        Assert.DoesNotContain("doomed", state, StringComparison.Ordinal);
    }

    private static bool IsSegment(string partition) => partition.StartsWith("segment!", StringComparison.Ordinal);

    // Front-coded words are not whole in the bytes: their last letters are.
    private static List<string> Holding(InMemoryTables tables, string text) =>
    [
        .. tables.Dump().Where(entry => entry.Row.RowKey.Contains(text, StringComparison.Ordinal)
                || entry.Row.Properties.Values.OfType<string>().Any(value => value.Contains(text, StringComparison.Ordinal))
                || (entry.Row.Text("Bytes") is { } bytes && Encoding.Latin1.GetString(Convert.FromBase64String(bytes)) is var decoded
                    && (decoded.Contains(text, StringComparison.Ordinal)
                        || (text.StartsWith("zorglub", StringComparison.Ordinal) && decoded.Contains("zorg", StringComparison.Ordinal)))))
            .Select(entry => $"{entry.Row.PartitionKey}/{entry.Row.RowKey}"),
    ];

    private sealed class InterruptedTables(ITables inner, Action beforeRead) : ITables
    {
        public Task<TableRow?> ReadAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken)
        {
            beforeRead();
            return inner.ReadAsync(table, partitionKey, rowKey, cancellationToken);
        }

        public Task<TablePage> QueryAsync(string table, TableQuery query, CancellationToken cancellationToken)
        {
            beforeRead();
            return inner.QueryAsync(table, query, cancellationToken);
        }

        public Task<TablePage> ScanAsync(string table, int maxRows, string? continuation, CancellationToken cancellationToken) =>
            inner.ScanAsync(table, maxRows, continuation, cancellationToken);

        public Task<IReadOnlyList<string?>> ApplyAsync(
            string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken) =>
            inner.ApplyAsync(table, partitionKey, changes, cancellationToken);
    }
}
