using Pipeline.Messages;
using Pipeline.Routing;
using Pipeline.Routing.Rules;

namespace Pipeline.Tests.Routing;

public sealed class RoutingDeciderTests
{
    private static readonly RoutingRules Rules = RoutingSeed.ReadRules();

    [Fact]
    public void An_angry_customer_with_an_easy_matter_is_not_hard()
    {
        var decision = RoutingDecider.Decide(Rules, State("tv_trouble") with
        {
            Journey = new EmotionalJourney { Worst = Emotion.Anger, WorstValence = -1, LastValence = -1, Smoothed = -1, NegativeStreak = 5 },
        });

        Assert.False(decision.Hard);
        Assert.Equal("tv", decision.Skill);
        Assert.Equal(1, decision.Level);
    }

    [Fact]
    public void A_calm_customer_with_a_hard_matter_is_hard_and_the_reasons_say_why()
    {
        var decision = RoutingDecider.Decide(Rules, State("contract_end", ("bereavement", 1)));

        Assert.True(decision.Hard);
        Assert.Equal("vulnerable_customer", decision.Skill);
        Assert.Equal(2, decision.Level);
        Assert.Equal("bereavement", decision.Reasons[0].Rule);
        Assert.NotEmpty(decision.Reasons[0].French);
        Assert.NotEmpty(decision.Reasons[0].English);
        Assert.Equal(Rules.Version, decision.RulesVersion);
    }

    [Fact]
    public void The_heaviest_rule_names_the_skill()
    {
        var decision = RoutingDecider.Decide(Rules, State("billing_dispute", ("legal_threat", 1), ("fraud_risk", 1)));

        Assert.Equal("fraud_security", decision.Skill);
        Assert.True(decision.Urgent);
        Assert.Equal(["fraud_risk", "legal_threat"], decision.Reasons.Select(reason => reason.Rule));
        Assert.Equal(decision.Reasons.Sum(reason => reason.Weight), decision.Difficulty, 3);
    }

    [Fact]
    public void Asking_for_a_person_is_a_reason_of_its_own() =>
        Assert.Contains(
            RoutingDecider.Decide(Rules, State(null, ("wants_human", 1))).Reasons, reason => reason.Rule == "wants_human");

    [Fact]
    public void Small_signs_add_up()
    {
        Assert.False(RoutingDecider.Decide(Rules, State("internet_trouble", ("repeat_contact", 1))).Hard);
        Assert.True(RoutingDecider.Decide(Rules, State("internet_trouble", ("chased_often", 1), ("failed_steps", 2))).Hard);
    }

    [Theory]
    [InlineData("\"hardAt\": 1.0", "\"hardAt\": 0", "hardAt is 0")]
    [InlineData("\"name\": \"safety\"", "\"name\": \"fraud_risk\"", "another rule has the same name")]
    [InlineData("\"weight\": 1.6", "\"weight\": -1", "weight is -1")]
    [InlineData("\"when\": { \"signal\": \"safety\" }", "\"when\": { }", "when has no condition")]
    [InlineData("\"when\": { \"signal\": \"safety\" }", "\"when\": { \"signl\": \"safety\" }", "signl")]
    [InlineData("\"version\": \"2026-11-27.learned\"", "\"version\": \" \"", "version is empty")]
    [InlineData("\"english\": \"A large amount\"", "\"english\": \"\"", "in french and in english")]
    public void Rules_that_are_wrong_are_refused_with_the_place_and_the_fault(string right, string wrong, string message)
    {
        using var stream = typeof(RoutingSeed).Assembly.GetManifestResourceStream("routing-rules.json")!;
        using var reader = new StreamReader(stream);
        var json = reader.ReadToEnd();
        Assert.Contains(right, json, StringComparison.Ordinal);

        var error = Assert.Throws<RoutingRulesException>(
            () => RoutingRulesReader.Read(json.Replace(right, wrong, StringComparison.Ordinal), "rules.json"));
        Assert.StartsWith("rules.json: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_skill_that_a_rule_names_is_held_by_an_advisor_in_each_language()
    {
        var advisors = RoutingSeed.ReadAdvisors();
        var skills = Rules.SkillByIntent.Values.Concat(Rules.Rules.Select(rule => rule.Skill).OfType<string>()).Append(Rules.DefaultSkill);
        foreach (var skill in skills.Distinct())
        {
            foreach (var language in (string[])["fr", "en"])
            {
                Assert.Contains(advisors, advisor => advisor.Skills.GetValueOrDefault(skill) == 3 && advisor.Languages.Contains(language));
            }
        }
    }

    private static ConversationState State(string? intent, params (string Signal, int Count)[] signals) => new()
    {
        Position = 1,
        Language = "fr",
        Intent = intent,
        Intents = intent is null ? new Dictionary<string, int>() : new Dictionary<string, int> { [intent] = 1 },
        Signals = signals.ToDictionary(signal => signal.Signal, signal => signal.Count),
    };
}
