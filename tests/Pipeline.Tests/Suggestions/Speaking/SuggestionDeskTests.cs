using Pipeline.Messages;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Speaking;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Suggestions.Speaking;

public sealed class SuggestionDeskTests
{
    private static readonly MessageAnalyzed RedLight = Said.Customer(0, "ma box a un voyant rouge", intent: "internet_trouble");

    [Fact]
    public async Task An_advisors_answer_takes_back_what_was_suggested_before_it()
    {
        using var fixture = await SpeakingFixture.StartAsync();
        await fixture.SayAsync(RedLight);
        Assert.Null((await fixture.LookAsync()).Withdrawn);

        await fixture.SayAsync(Said.Advisor(10, "Je regarde."));

        Assert.Equal(WithdrawalReason.AdvisorAnswered, (await fixture.LookAsync()).Withdrawn);
    }

    [Fact]
    public async Task A_customers_burst_leaves_one_current_set_for_its_last_message()
    {
        using var fixture = await SpeakingFixture.StartAsync();
        await fixture.SayAsync(RedLight);
        var first = (await fixture.LookAsync()).Version!;
        await fixture.SayAsync(Said.Customer(2, "et internet ne marche plus", intent: "internet_trouble"));
        await fixture.SayAsync(Said.Customer(4, "la box a un voyant rouge qui clignote", intent: "internet_trouble"));

        var view = await fixture.LookAsync();
        Assert.Equal(("m-4", (WithdrawalReason?)null), (view.Version!.MessageId, view.Withdrawn));
        Assert.Equal(
            WithdrawalReason.CustomerWroteAgain, Staleness.WhyStale(first, view.Standing.State, view.Standing.Assignment?.TransferredAt));
    }

    [Fact]
    public async Task A_message_that_nothing_fits_leaves_nothing_on_the_desk()
    {
        using var fixture = await SpeakingFixture.StartAsync();
        await fixture.SayAsync(RedLight, Said.Customer(3, ""));

        var view = await fixture.LookAsync();
        Assert.Equal("m-3", view.Version!.MessageId);
        Assert.Empty(view.Suggestions);
    }

    [Fact]
    public async Task An_edit_makes_others_and_the_older_ones_stale()
    {
        using var fixture = await SpeakingFixture.StartAsync();
        await fixture.SayAsync(RedLight);
        var before = (await fixture.LookAsync()).Version!;

        await fixture.SayAsync(Said.Edit(5, RedLight, "ma box est toute rouge"));

        var view = await fixture.LookAsync();
        Assert.Equal((2, (WithdrawalReason?)null), (view.Version!.Position, view.Withdrawn));
        Assert.Equal(WithdrawalReason.MessageChanged, Staleness.WhyStale(before, view.Standing.State, null));
    }

    [Fact]
    public async Task Where_an_answer_is_deleted_what_was_suggested_stands_again()
    {
        using var fixture = await SpeakingFixture.StartAsync();
        var answer = Said.Advisor(10, "Je regarde.");
        await fixture.SayAsync(RedLight, answer);
        Assert.Equal(WithdrawalReason.AdvisorAnswered, (await fixture.LookAsync()).Withdrawn);

        await fixture.SayAsync(Said.Deletion(12, answer));

        Assert.Null((await fixture.LookAsync()).Withdrawn);
    }

    [Theory]
    [InlineData(AdvisorLevel.Novice, 3)]
    [InlineData(AdvisorLevel.Confirmed, 2)]
    [InlineData(AdvisorLevel.Expert, 0)]
    public async Task How_much_is_shown_depends_on_who_is_helped(AdvisorLevel level, int shown)
    {
        using var fixture = await SpeakingFixture.StartAsync(new SpeakingOptions
        {
            Confirmed = new() { MinimumScore = 0.18, MaxSuggestions = 2 },
            Expert = new() { MinimumScore = 1, MaxSuggestions = 3 },
        });
        await fixture.AssignAsync("a-nadia", level);
        await fixture.SayAsync(RedLight);

        Assert.Equal(shown, (await fixture.LookAsync()).Suggestions.Count);
    }

    [Fact]
    public async Task A_conversation_that_is_held_out_keeps_what_was_found_and_shows_and_tells_nothing()
    {
        var options = new SpeakingOptions { HoldOut = 0.5 };
        Assert.True(SpeakingPolicy.IsHeldOut(options, HeldOutKey(options)));
        var conversation = Said.Conversation with { Key = HeldOutKey(options) };
        using var fixture = await SpeakingFixture.StartAsync(options);

        Assert.Null(await fixture.SayAsync(RedLight with { Conversation = conversation }));

        var view = (await fixture.Desk.ReadAsync(conversation.Key, TestContext.Current.CancellationToken))!;
        Assert.True(view.HeldOut);
        Assert.Empty(view.Suggestions);
        Assert.NotNull(view.Version);
    }

    [Fact]
    public void About_as_many_conversations_are_held_out_as_the_setting_says()
    {
        var options = new SpeakingOptions { HoldOut = 0.05 };
        var heldOut = Enumerable.Range(0, 20_000).Count(number => SpeakingPolicy.IsHeldOut(options, $"generic~demo~{number}"));
        Assert.InRange(heldOut, 850, 1150);
    }

    [Theory]
    [InlineData("Suggestions:Speaking:Expert:MinimumScore")]
    [InlineData("Suggestions:Speaking:Novice:MaxSuggestions")]
    [InlineData("Suggestions:Speaking:HoldOut")]
    [InlineData("Suggestions:Speaking:SilenceAfter")]
    [InlineData("Suggestions:Speaking:WritingFor")]
    public void A_setting_out_of_its_bounds_is_refused_by_name(string setting)
    {
        var options = new SuggestionOptions
        {
            Speaking = new()
            {
                Expert = new() { MinimumScore = 1.2 },
                Novice = new() { MaxSuggestions = 4 },
                HoldOut = 0.6,
                SilenceAfter = TimeSpan.FromDays(1),
                WritingFor = TimeSpan.Zero,
            },
        };
        Assert.Contains(setting, new SuggestionOptionsValidation().Validate(null, options).FailureMessage, StringComparison.Ordinal);
    }

    private static string HeldOutKey(SpeakingOptions options) => Enumerable.Range(0, 100)
        .Select(number => $"generic~demo~held-{number}")
        .First(key => SpeakingPolicy.IsHeldOut(options, key));
}
