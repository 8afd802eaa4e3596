using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Suggestions.Feedback;
using Pipeline.Suggestions.Speaking;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Suggestions.Speaking;

/// <summary>The clock goes, the customer waits, and the advisor has others.</summary>
public sealed class SilenceWatchTests
{
    private const string Advisor = "a-nadia";

    private static readonly MessageAnalyzed RedLight = Said.Customer(0, "ma box a un voyant rouge", intent: "internet_trouble");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Exactly_one_holding_phrase_is_offered_a_silence()
    {
        using var fixture = await BusyAsync();
        await PassAsync(fixture, minutes: 10);
        Assert.Single(Offered(fixture));

        // The customer writes again: it is the same silence. The advisor answers, and another one begins.
        await fixture.SayAsync(Said.Customer(610, "vous êtes là ?"));
        await PassAsync(fixture, minutes: 5);
        Assert.Single(Offered(fixture));
        await fixture.SayAsync(Said.Advisor(910, "Oui, je regarde."), Said.Customer(930, "elle est toujours rouge", intent: "internet_trouble"));
        await PassAsync(fixture, minutes: 5);
        Assert.Equal(2, Offered(fixture).Count);
    }

    [Fact]
    public async Task It_comes_after_the_time_that_is_set_and_stands_before_the_other_suggestions()
    {
        using var fixture = await BusyAsync();
        fixture.Clock.Set(Said.Start.AddSeconds(59));
        await fixture.Watch.RunAsync(Cancel);
        Assert.Empty(Offered(fixture));

        fixture.Clock.Set(Said.Start.AddSeconds(60));
        await fixture.Watch.RunAsync(Cancel);

        var told = Assert.Single(Offered(fixture));
        Assert.True(told.Holding);
        Assert.Equal("holding", Assert.Single(told.Suggestions).Category);
        var view = await fixture.LookAsync();
        Assert.Equal(told.Suggestions[0].Id, view.Suggestions[0].Id);
        Assert.IsType<FeedbackTaken.Kept>(await fixture.TellAsync("f-1", FeedbackKind.Inserted, view));
    }

    [Fact]
    public async Task None_is_offered_while_the_advisor_is_writing()
    {
        using var fixture = await BusyAsync();
        fixture.Clock.Set(Said.Start.AddSeconds(70));
        await fixture.Feedback.RecordAsync(SpeakingFixture.Key, new("", FeedbackKind.Writing), Cancel);
        await fixture.Watch.RunAsync(Cancel);
        Assert.Empty(Offered(fixture));

        fixture.Clock.Advance(TimeSpan.FromSeconds(30));
        await fixture.Watch.RunAsync(Cancel);
        Assert.Single(Offered(fixture));
    }

    [Fact]
    public async Task None_is_offered_where_the_advisor_has_answered_or_has_no_other_conversation_or_the_setting_is_off()
    {
        using var answered = await BusyAsync();
        await answered.SayAsync(Said.Advisor(20, "Je regarde."));
        await PassAsync(answered, minutes: 5);
        Assert.Empty(Offered(answered));

        using var alone = await BusyAsync(others: 0);
        await PassAsync(alone, minutes: 5);
        Assert.Empty(Offered(alone));

        using var off = await BusyAsync(options: new SpeakingOptions { SilenceAfter = TimeSpan.Zero });
        await PassAsync(off, minutes: 5);
        Assert.Empty(Offered(off));

        using var closed = await BusyAsync();
        await closed.SayAsync(Said.Close(20));
        await PassAsync(closed, minutes: 5);
        Assert.Empty(Offered(closed));
    }

    [Fact]
    public async Task One_that_was_kept_and_not_told_is_told_by_the_next_run_under_the_same_id()
    {
        using var fixture = await BusyAsync();
        fixture.Clock.Set(Said.Start.AddSeconds(70));
        fixture.Bus.Failure = new TimeoutException("The bus is down.");
        await Assert.ThrowsAsync<TimeoutException>(() => fixture.Watch.RunAsync(Cancel));
        fixture.Bus.Failure = null;

        await PassAsync(fixture, minutes: 3);

        var told = Assert.Single(Offered(fixture));
        Assert.Equal(told.Suggestions[0].Id, (await fixture.LookAsync()).Suggestions[0].Id);
    }

    private static async Task<SpeakingFixture> BusyAsync(int others = 1, SpeakingOptions? options = null)
    {
        var fixture = await SpeakingFixture.StartAsync(options);
        await fixture.SayAsync(RedLight);
        await fixture.AssignAsync(Advisor);
        fixture.Loads.Loads.Add(new(Advisor, null, [SpeakingFixture.Key, .. Enumerable.Range(0, others).Select(number => $"generic~demo~other-{number}")]));
        return fixture;
    }

    private static async Task PassAsync(SpeakingFixture fixture, int minutes)
    {
        for (var half = 0; half < 2 * minutes; half++)
        {
            fixture.Clock.Advance(TimeSpan.FromSeconds(30));
            await fixture.Watch.RunAsync(Cancel);
        }
    }

    private static List<RepliesSuggested> Offered(SpeakingFixture fixture) =>
    [
        .. fixture.Bus.Sent.Where(sent => sent.Entity == Entities.Outcomes)
            .Select(sent => (RepliesSuggested)JsonSerializer.Deserialize(sent.Message.Body.Span, PipelineJson.Default.ConversationEvent)!),
    ];
}
