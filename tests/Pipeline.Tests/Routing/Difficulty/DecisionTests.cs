using FsCheck;
using FsCheck.Fluent;
using Pipeline.Messages;
using Pipeline.Routing;
using Pipeline.Routing.Capacity;
using Pipeline.Routing.Difficulty;

namespace Pipeline.Tests.Routing.Difficulty;

public sealed class DecisionTests
{
    private static readonly RoutingRules Rules = RoutingSeed.ReadRules();

    [Theory]
    [InlineData("safety")]
    [InlineData("fraud_risk")]
    public void Danger_and_fraud_are_urgent_and_come_before_who_has_waited_half_an_hour(string signal)
    {
        var urgent = Decide(State("billing_question", signal));
        var ordinary = Decide(State("billing_question"));

        Assert.True(urgent.Urgent);
        Assert.True(QueuePriority.Of(urgent, TimeSpan.Zero) > QueuePriority.Of(ordinary, TimeSpan.FromMinutes(30)));
    }

    [Fact]
    public void Nobody_waits_for_ever_behind_newer_urgent_ones() =>
        Assert.True(
            QueuePriority.Of(Decide(State("billing_question")), TimeSpan.FromHours(3))
            > QueuePriority.Of(Decide(State("billing_question", "safety", "fraud_risk")), TimeSpan.Zero));

    [Theory]
    [InlineData("wants_human")]
    [InlineData("wants_manager")]
    public void A_wish_for_a_person_is_honoured_by_any_rules(string signal) =>
        Assert.True(RoutingDecider.Decide(Rules with { Rules = [] }, Input(State("refund", signal))).WantsPerson);

    [Fact]
    public void Who_asks_whether_anybody_is_there_gets_a_person_by_the_rules_that_come_with_the_program() =>
        Assert.True(Decide(State(null, "asks_for_presence")).WantsPerson);

    [Fact]
    public void A_wish_alone_makes_nothing_hard_but_a_manager_needs_more_than_the_front_line()
    {
        Assert.Equal((false, 1), Shape(Decide(State("refund", "wants_human"))));
        Assert.Equal((false, 2), Shape(Decide(State("refund", "wants_human", "wants_manager"))));
    }

    [Fact]
    public void A_hard_case_goes_to_the_lowest_level_that_can_hold_it()
    {
        Assert.Equal((false, 1), Shape(Decide(State("refund", "repeat_contact"))));
        Assert.Equal((true, 2), Shape(Decide(State("refund", "legal_threat"))));
        Assert.Equal((true, 3), Shape(Decide(State("refund", "legal_threat", "contradictory_info", "high_amount"))));
    }

    [Fact]
    public void Rules_without_levels_have_the_specialist_for_what_is_hard() =>
        Assert.Equal((true, 2), Shape(RoutingDecider.Decide(
            Rules with { Levels = null }, Input(State("refund", "legal_threat", "contradictory_info", "high_amount")))));

    [Fact]
    public void Novices_never_get_what_needs_an_expert()
    {
        Assert.False(NoviceProtection.Allows(AdvisorLevel.Novice, 3));
        Assert.True(NoviceProtection.Allows(AdvisorLevel.Novice, 2));
        Assert.True(NoviceProtection.Allows(AdvisorLevel.Confirmed, 3));

        var novice = new Advisor
        {
            Profile = new AdvisorSeed
            {
                Id = "a-new",
                FirstName = "Noé",
                Skills = new Dictionary<string, int> { ["tv"] = 3 },
                Languages = ["fr"],
                Level = AdvisorLevel.Novice,
            },
        };
        bool Suits(int level) => AdvisorChoice.Suits(
            novice, new AdvisorAsk("c", new RoutingNeed("tv", level, "fr", "boreal")), DateTimeOffset.UnixEpoch, TimeSpan.FromMinutes(2));
        Assert.False(Suits(3));
        Assert.True(Suits(2));
    }

    [Fact]
    public void Several_messages_without_a_matter_are_ones_the_library_has_nothing_for()
    {
        var lost = State("small_talk_other") with { CustomerMessages = 3 };
        Assert.Contains(Decide(lost).Reasons, reason => reason.Rule == "no_suggestion");
        Assert.DoesNotContain(Decide(lost with { CustomerMessages = 2 }).Reasons, reason => reason.Rule == "no_suggestion");
        Assert.DoesNotContain(
            Decide(State("refund") with { CustomerMessages = 3 }).Reasons, reason => reason.Rule == "no_suggestion");
    }

    [Fact]
    public void The_decision_says_what_it_was_made_from()
    {
        var decision = RoutingDecider.Decide(Rules, Input(State("refund", "legal_threat")) with { EntryPage = "/support/refunds" });

        Assert.Equal("/support/refunds", decision.Inputs!.EntryPage);
        Assert.Equal(1, decision.Inputs.Signals["legal_threat"]);
        Assert.Equal("refund", decision.Inputs.Intent);
        Assert.Equal(Rules.Version, decision.RulesVersion);
    }

    [Fact]
    public void What_a_customer_is_worth_cannot_matter()
    {
        var attributes =
            from product in Gen.Elements<string?>(null, "platinum 8 Gb/s", "basic", "VIP 900 €/month")
            from device in Gen.Elements<Device?>(null, Device.Desktop, Device.Mobile)
            from customer in Gen.Elements<string?>(null, "vip-1", "new-2", "9999")
            from day in Gen.Choose(1, 28)
            select (Attributes: new ConversationAttributes { Product = product, Device = device, DeliveryDate = new DateOnly(2026, 11, day) }, customer);
        var signals = Gen.SubListOf(SignalNames.All.ToArray());
        Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), Prop.ForAll(
            (from left in attributes from right in attributes from found in signals select (left, right, found)).ToArbitrary(),
            sample =>
            {
                var state = State("refund", sample.found.ToArray());
                var (one, other) = (
                    RoutingDecider.Decide(Rules, RoutingInput.Of(Of(sample.left.Attributes, sample.left.customer), state)),
                    RoutingDecider.Decide(Rules, RoutingInput.Of(Of(sample.right.Attributes, sample.right.customer), state)));
                return System.Text.Json.JsonSerializer.Serialize(one) == System.Text.Json.JsonSerializer.Serialize(other)
                    && QueuePriority.Of(one, TimeSpan.FromMinutes(4)).Equals(QueuePriority.Of(other, TimeSpan.FromMinutes(4)));
            }));

        static Conversation Of(ConversationAttributes attributes, string? customer) => new()
        {
            Key = "generic~demo~c",
            Platform = "generic",
            Account = "demo",
            Id = "c",
            Attributes = attributes,
            CustomerId = customer,
        };
    }

    [Fact]
    public void Nothing_that_could_say_what_a_customer_is_worth_goes_into_a_decision() =>
        Assert.Equal(
            ["Brand", "Channel", "EntryPage", "Kept", "State"],
            typeof(RoutingInput).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));

    private static (bool Hard, int Level) Shape(RoutingDecision decision) => (decision.Hard, decision.Level);

    private static RoutingDecision Decide(ConversationState state) => RoutingDecider.Decide(Rules, Input(state));

    private static RoutingInput Input(ConversationState state) => new() { State = state };

    private static ConversationState State(string? intent, params string[] signals) => new()
    {
        Position = 1,
        Language = "fr",
        CustomerMessages = 1,
        Intent = intent,
        Intents = intent is null ? new Dictionary<string, int>() : new Dictionary<string, int> { [intent] = 1 },
        Signals = signals.ToDictionary(signal => signal, _ => 1),
    };
}
