using System.Text.Json;
using Pipeline.Quality.Indicators;
using Pipeline.Quality.Reports;
using Pipeline.Web;

namespace Pipeline.Tests.Quality.Reports;

public sealed class ReportTests
{
    private readonly SeededReports _seeded = new();

    [Fact]
    public async Task Small_groups_are_withheld_and_so_is_what_would_tell_of_a_single_one()
    {
        await _seeded.AddAsync(40, reason: "refund");
        await _seeded.AddAsync(30, reason: "payment");
        await _seeded.AddAsync(25, reason: "outage", advisors: 2);
        var report = await GroupAsync(Dimension.Reason);

        Assert.Equal(["refund", "outage", "payment"], report.Groups.Select(group => group.Value));
        Assert.Equal([false, true, true], report.Groups.Select(group => group.Withheld));
        Assert.All(report.Groups.Skip(1), group => Assert.Equal((null, null), (group.Conversations, group.Indicators)));
        Assert.Equal(95, report.All.Conversations);
    }

    [Fact]
    public async Task A_report_says_what_was_measured_and_where_its_conversations_are()
    {
        await _seeded.AddAsync(30, channel: "web", reason: "payment");
        await _seeded.AddAsync(30, day: 1, channel: "app", reason: "something_new", wait: 120);
        var report = await GroupAsync(Dimension.Channel);

        Assert.Equal((60, 1.0), (report.All.Conversations, report.ChannelMix.Values.Sum()));
        Assert.Equal(["sms"], report.UnusedChannels);
        Assert.Equal(0.5, report.Unmapped!.Value);
        Assert.Equal(["/api/transcripts?from=2026-03-02&to=2026-03-08&open=false&channel=app"], report.Groups[0].ConversationsAt);
        var handling = report.Groups[0].Indicators!.Handling!;
        Assert.Equal(("below", report.Groups[0].Indicators!.Customer.Resolved!.Value), (handling.Band, handling.Quality.Resolved.Value));
        Assert.Equal(62, report.Groups.Single(group => group.Value == "web").Indicators!.Waits.FirstResponseMedian!.Value, 3.5);
    }

    [Fact]
    public async Task A_report_reads_days_and_not_conversations()
    {
        await _seeded.AddAsync(20);
        await GroupAsync(Dimension.Brand);
        var few = await GroupAsync(Dimension.Brand);
        await _seeded.AddAsync(80);
        var changed = await GroupAsync(Dimension.Brand);
        var many = await GroupAsync(Dimension.Brand);
        Assert.Equal((1, 0, few.RowsRead), (changed.DaysMade, many.DaysMade, many.RowsRead));
        Assert.True(changed.RowsRead > 100, "The day that had changed was made from its conversations.");
    }

    [Fact]
    public async Task Groups_are_compared_with_the_days_before_or_with_another_group()
    {
        await _seeded.AddAsync(40, day: 0, wait: 200);
        await _seeded.AddAsync(40, day: 7, wait: 50);
        await _seeded.AddAsync(40, day: 7, brand: "lumen", wait: 150);
        var next = new ReportPeriod(SeededReports.Day.AddDays(7), SeededReports.Day.AddDays(13), null);
        var before = await _seeded.Groups.ReportAsync(new(next, Dimension.Brand, WithBefore: true), TestContext.Current.CancellationToken);
        var against = await _seeded.Groups.ReportAsync(new(next, Dimension.Brand, Against: "lumen"), TestContext.Current.CancellationToken);

        var wait = Assert.Single(before.Groups.Single(group => group.Value == "boreal").Differences!, difference => difference.Indicator == "wait");
        Assert.Equal((-150, true, true), (wait.Value, wait.IsClear, wait.IsBetter));
        Assert.Null(before.Groups.Single(group => group.Value == "lumen").Differences);
        Assert.Contains(
            against.Groups.Single(group => group.Value == "boreal").Differences!, difference => difference is { Indicator: "wait", Value: -100, IsBetter: true });
        Assert.All(before.Groups, group => Assert.DoesNotContain(group.Differences ?? [], difference => difference.Indicator.Contains("handling", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_phase_that_waits_longer_is_a_gap_and_even_ones_are_none()
    {
        await _seeded.AddAsync(60, reason: "refund", wait: 60);
        await _seeded.AddAsync(60, reason: "plan_or_product_advice", wait: 60);
        Assert.Empty((await ConsistencyAsync()).Gaps);

        await _seeded.AddAsync(60, day: 1, reason: "refund", wait: 500, end: -0.5);
        var report = await ConsistencyAsync();
        Assert.Contains(report.Gaps, gap => gap is { Dimension: Dimension.Phase, Value: "complaint", Difference: { Indicator: "wait", IsBetter: false } }
            && gap.ConversationsAt.Any(link => link.EndsWith("reason=refund", StringComparison.Ordinal)));
        Assert.Contains(report.Gaps, gap => gap is { Value: "complaint", Difference.Indicator: "feelingAtEnd" });
        Assert.DoesNotContain(report.Gaps, gap => gap.Dimension != Dimension.Phase);
    }

    [Fact]
    public async Task A_digest_says_what_improved_first_and_names_nobody()
    {
        _seeded.Room.Options.LeastConversations = 5;
        await _seeded.AddAsync(30, day: 0, wait: 200, end: -0.2);
        await _seeded.AddAsync(30, day: 7, wait: 50, end: 0.5);
        var digest = await _seeded.Digest.ReportAsync(SeededReports.Day.AddDays(9), null, null, TestContext.Current.CancellationToken);

        // Nobody routes in these tests, so that no conversation has a team.
        Assert.Empty(digest.Teams);
        Assert.Equal((SeededReports.Day.AddDays(7), SeededReports.Day.AddDays(13)), (digest.From, digest.To));
        var json = JsonSerializer.Serialize(digest, ReportJson.Default.DigestReport);
        Assert.StartsWith("{\"french\":", json, StringComparison.Ordinal);
        Assert.DoesNotContain("a-1", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_report_tells_of_an_advisor()
    {
        await _seeded.AddAsync(60);
        var text = JsonSerializer.Serialize(await GroupAsync(Dimension.Skill), ReportJson.Default.GroupReport)
            + JsonSerializer.Serialize(await ConsistencyAsync(), ReportJson.Default.ConsistencyReport)
            + JsonSerializer.Serialize(await _seeded.Irritants.ReportAsync(SeededReports.Week, TestContext.Current.CancellationToken), ReportJson.Default.IrritantReport);
        Assert.All(Enumerable.Range(0, 6), number => Assert.DoesNotContain($"a-{number}", text, StringComparison.Ordinal));
        Assert.DoesNotContain("Nadia", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Enum.GetNames<Dimension>(), name => name.Contains("Advisor", StringComparison.OrdinalIgnoreCase));
    }

    private Task<GroupReport> GroupAsync(Dimension group) =>
        _seeded.Groups.ReportAsync(new(SeededReports.Week, group), TestContext.Current.CancellationToken);

    private Task<ConsistencyReport> ConsistencyAsync() => _seeded.Consistency.ReportAsync(SeededReports.Week, TestContext.Current.CancellationToken);
}
