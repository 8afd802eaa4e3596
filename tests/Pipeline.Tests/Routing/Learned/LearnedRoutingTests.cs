using Pipeline.Messages;
using Pipeline.Routing;
using Pipeline.Routing.Difficulty;
using Pipeline.Training.Corpus;
using Pipeline.Training.Routing;

namespace Pipeline.Tests.Routing.Learned;

public sealed class LearnedRoutingTests
{
    private static readonly RoutingRules Rules = RoutingSeed.ReadRules();
    private static readonly CaseWalk Walk = new();

    [Theory]
    [InlineData("fr", "Votre boutique a remis un double de ma SIM à un inconnu hier, ma banque a bloqué 4 200 € et exige une attestation que ni vous ni le siège ne voulez écrire.", true)]
    [InlineData("en", "Third engineer, third no-show. Openreach says the order was cancelled by you, you say it is with them, and the surgery has had no phones since Monday.", true)]
    [InlineData("fr", "POURQUOI la facture est en PDF illisible sur mon téléphone, c'est honteux !!! on la télécharge où", false)]
    [InlineData("en", "how do i turn the subtitles off, they are driving me MAD", false)]
    public void Hard_is_what_no_script_settles_in_whatever_tone(string language, string text, bool hard) =>
        Assert.Equal(hard, RoutingDecider.Decide(Rules, Input(language, null, text)).Hard);

    [Fact]
    public void The_reason_names_in_both_languages_what_spoke_most_for_it()
    {
        var decision = RoutingDecider.Decide(Rules, Input("en", null, "My mother died in March, the solicitor sent the certificate four times, and you have taken £640 from the frozen account again."));

        var reason = Assert.Single(decision.Reasons, reason => reason.Rule == "learned_difficulty");
        Assert.Contains(": ", reason.English, StringComparison.Ordinal);
        Assert.Contains(" : ", reason.French, StringComparison.Ordinal);
        Assert.Equal("vulnerable_customer", decision.Skill);
        Assert.Equal("vulnerable_customer", decision.Inputs!.Learned!.Skill);
    }

    [Fact]
    public void Without_the_settings_the_rules_decide_as_if_nothing_had_been_learned()
    {
        var input = Input("fr", "/assistance/tv", "Bonjour, ma facture a doublé, pourquoi ?");
        var off = Rules with { Learned = null, Rules = [.. Rules.Rules.Where(rule => !rule.Name.StartsWith("learned", StringComparison.Ordinal))] };
        var bare = input with { State = input.State with { RoutingEvidence = null } };

        Assert.Null(RoutingDecider.Decide(off, input).Inputs!.Learned);
        Assert.Equal(
            Shape(RoutingDecider.Decide(off, bare)), Shape(RoutingDecider.Decide(off, input)));
    }

    [Fact]
    public void A_conversation_without_scores_or_with_those_of_another_model_is_decided_by_the_rules_alone()
    {
        var input = Input("en", null, "My mother died and you still bill her.");
        RoutingInput With(RoutingEvidence? evidence) => input with { State = input.State with { RoutingEvidence = evidence } };
        var other = RoutingDecider.Decide(Rules, With(input.State.RoutingEvidence! with { Model = "routing/0" }));

        Assert.Null(other.Inputs!.Learned);
        Assert.Equal(Shape(RoutingDecider.Decide(Rules, With(null))), Shape(other));
        Assert.Contains(other.Reasons, reason => reason is { Rule: "bereavement", Weight: 1.3 });
    }

    [Fact]
    public void In_a_conversation_longer_than_any_that_was_learned_from_the_rules_decide_alone()
    {
        var input = Input("en", null, "My mother died and you still bill her.");
        RoutingInput After(int messages) => input with { State = input.State with { CustomerMessages = messages } };
        var most = Rules.Learned!.MostMessages!.Value;

        Assert.NotNull(RoutingDecider.Decide(Rules, After(most)).Inputs!.Learned);
        var longer = RoutingDecider.Decide(Rules, After(most + 1));
        Assert.Null(longer.Inputs!.Learned);
        Assert.Contains(longer.Reasons, reason => reason is { Rule: "bereavement", Weight: 1.3 });
        Assert.NotNull(RoutingDecider.Decide(Rules with { Learned = new LearnedSettings { UrgentFrom = 0.05, SkillFrom = 0 } }, After(most + 1)).Inputs!.Learned);
    }

    [Fact]
    public void A_certain_rule_stands_against_what_was_learned()
    {
        var input = Input("en", "/bills", "why is my bill so high this month");
        var certain = new RoutingRule
        {
            Name = "house",
            When = new() { BrandAmong = ["default"], AtLeast = 1 },
            Weight = 0.4,
            Skill = "premium",
            Urgent = true,
            Certain = true,
            French = "Maison",
            English = "House",
        };
        var doubtful = certain with { Certain = false, Skill = null };

        var decision = RoutingDecider.Decide(Rules with { Rules = [.. Rules.Rules, certain] }, input);
        Assert.Equal(("premium", true), (decision.Skill, decision.Urgent));
        Assert.Equal(0.4, decision.Reasons.Single(reason => reason.Rule == "house").Weight);
        var weighed = RoutingDecider.Decide(Rules with { Rules = [.. Rules.Rules, doubtful] }, input);
        Assert.Equal(("billing", false), (weighed.Skill, weighed.Urgent));
        Assert.Equal(0.08, weighed.Reasons.Single(reason => reason.Rule == "house").Weight);
    }

    [Fact]
    public void A_skill_of_the_desks_own_is_not_overruled()
    {
        var own = Rules with { SkillByPage = new Dictionary<string, string> { ["/vip"] = "premium" } };

        Assert.Equal("premium", RoutingDecider.Decide(own, Input("en", "/vip", "where is my parcel")).Skill);
    }

    [Fact]
    public void Evidence_adds_up_message_by_message_and_begins_anew_with_another_model()
    {
        var one = new RoutingScores("m/1", [1, 2, 10, 20, 100, 200]);
        var two = new RoutingScores("m/1", [3, 4, 30, 40, 300, 400]);
        var both = RoutingEvidence.After(RoutingEvidence.After(RoutingEvidence.After(null, one), null), two)!;

        Assert.Equal((2, "4 6", "10 20", "300 400"), (both.Messages, Text(both.Sum), Text(both.First), Text(both.Last)));
        var other = RoutingEvidence.After(both, two with { Model = "m/2" })!;
        Assert.Equal((1, "3 4", "30 40", "300 400"), (other.Messages, Text(other.Sum), Text(other.First), Text(other.Last)));

        static string Text(IEnumerable<int> numbers) => string.Join(' ', numbers);
    }

    [Theory]
    [InlineData("fr", "y a pas moyen d'avoir quelqu'un en chair et en os au lieu de ce perroquet")]
    [InlineData("fr", "bon, passe la main à un collègue qui s'y connaît stp")]
    [InlineData("en", "is there a soul in that building who could look at this for me")]
    [InlineData("en", "right, stick me through to whoever is in charge")]
    public void A_wish_in_words_of_no_list_is_heard(string language, string text) =>
        Assert.True(RoutingDecider.Decide(Rules, Input(language, null, text)).WantsPerson);

    [Theory]
    [InlineData("fr", "Merci à la conseillère d'hier, tout est réglé.")]
    [InlineData("en", "The box is red since this morning, what do I press?")]
    public void What_is_no_wish_is_none(string language, string text) =>
        Assert.False(RoutingDecider.Decide(Rules, Input(language, null, text)).WantsPerson);

    private static RoutingInput Input(string language, string? page, params string[] texts)
    {
        var (_, after) = Walk.Take(
            CaseWalk.ConversationOf("c", language, null, null, page), [.. texts.Select(text => new LabelledTurn("customer", text))]);
        return RoutingInput.Of(after[^1].Conversation, after[^1].State);
    }

    private static (bool, double, string, bool, string) Shape(RoutingDecision decision) =>
        (decision.Hard, decision.Difficulty, decision.Skill, decision.Urgent, string.Join(' ', decision.Reasons.Select(reason => reason.Rule)));
}
