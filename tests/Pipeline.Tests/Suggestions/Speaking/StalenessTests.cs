using Pipeline.Messages;

namespace Pipeline.Tests.Suggestions.Speaking;

public sealed class StalenessTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly SuggestionVersion Version = new("m-2", Order(2), 2);

    [Fact]
    public void While_nothing_happened_after_it_a_suggestion_stands() => Assert.Null(Why(State(Turn(1), Turn(2))));

    [Theory]
    [InlineData(SenderRole.Customer, WithdrawalReason.CustomerWroteAgain)]
    [InlineData(SenderRole.Advisor, WithdrawalReason.AdvisorAnswered)]
    [InlineData(SenderRole.Bot, null)]
    [InlineData(SenderRole.System, null)]
    [InlineData(SenderRole.Unknown, null)]
    public void A_later_word_of_a_person_takes_it_back(SenderRole role, WithdrawalReason? reason) =>
        Assert.Equal(reason, Why(State(Turn(1), Turn(2), Turn(3, role))));

    [Fact]
    public void A_word_that_was_deleted_takes_nothing_back() =>
        Assert.Null(Why(State(Turn(2), Turn(3, SenderRole.Advisor) with { Deleted = true })));

    [Fact]
    public void Each_thing_that_makes_it_stale_has_its_reason()
    {
        Assert.Equal(WithdrawalReason.Erased, Staleness.WhyStale(Version, null, null));
        Assert.Equal(WithdrawalReason.Closed, Why(State(Turn(2)) with { Closed = true }));
        Assert.Equal(WithdrawalReason.TooFarBack, Why(State(Turn(1))));
        Assert.Equal(WithdrawalReason.MessageDeleted, Why(State(Turn(2) with { Deleted = true, Position = 3 })));
        Assert.Equal(WithdrawalReason.MessageChanged, Why(State(Turn(2) with { Position = 3 })));
        Assert.Equal(WithdrawalReason.Transferred, Staleness.WhyStale(Version, State(Turn(2)), Order(3)));
        Assert.Equal(WithdrawalReason.PhraseRetired, Staleness.WhyStale(Version, State(Turn(2)), null, isOffered: false));
    }

    [Fact]
    public void A_transfer_that_the_message_itself_called_for_takes_nothing_back()
    {
        Assert.Null(Staleness.WhyStale(Version, State(Turn(2)), Order(2)));
        Assert.Null(Staleness.WhyStale(Version, State(Turn(2)), Order(1)));
    }

    [Fact]
    public void A_head_of_an_older_version_knows_no_positions_and_takes_nothing_back_for_it() =>
        Assert.Null(Why(State(Turn(2) with { Position = 0 })));

    [Fact]
    public void What_is_stale_stays_so_whatever_is_written_after()
    {
        // Every way in which seven messages can be a bot's or the customer's.
        for (var roles = 0; roles < 128; roles++)
        {
            var turns = new List<Turn> { Turn(2) };
            for (var bit = 0; bit < 7; bit++)
            {
                turns.Add(Turn(3 + bit, (roles >> bit & 1) == 0 ? SenderRole.Bot : SenderRole.Customer));
                var isStale = (roles & ((2 << bit) - 1)) != 0;
                Assert.Equal(isStale ? WithdrawalReason.CustomerWroteAgain : null, Why(State([.. turns])));
            }
        }
    }

    private static WithdrawalReason? Why(ConversationState state) => Staleness.WhyStale(Version, state, null);

    private static ConversationState State(params Turn[] window) => new() { Window = window };

    private static string Order(int second) => ConversationKeys.Order(Start.AddSeconds(second), $"m-{second}");

    private static Turn Turn(int second, SenderRole role = SenderRole.Customer) =>
        new() { MessageId = $"m-{second}", Role = role, SentAt = Start.AddSeconds(second), Text = "…", Position = second };
}
