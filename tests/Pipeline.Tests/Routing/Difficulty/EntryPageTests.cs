using Pipeline.Messages;
using Pipeline.Routing;
using Pipeline.Routing.Difficulty;

namespace Pipeline.Tests.Routing.Difficulty;

public sealed class EntryPageTests
{
    private static readonly Dictionary<string, string> Table = new()
    {
        ["/support"] = "technical",
        ["/support/tv"] = "tv",
        ["*/invoices"] = "billing",
        ["*/stolen"] = "fraud_security",
        ["*/mobile"] = "mobile",
    };

    [Theory]
    [InlineData("/support", "technical")]
    [InlineData("/support/box", "technical")]
    [InlineData("/support/tv/channels", "tv")]
    [InlineData("/SUPPORT/TV", "tv")]
    [InlineData("/support/tv?from=mail", "tv")]
    [InlineData("/supporters", null)]
    [InlineData("/account/invoices", "billing")]
    [InlineData("/help/my-invoices", "billing")]
    [InlineData("/help/mobile/stolen", "fraud_security")]
    [InlineData("/help/mobile?tab=stolen", "mobile")]
    [InlineData("/", null)]
    [InlineData(null, null)]
    public void The_longest_beginning_decides_and_else_the_last_word(string? page, string? skill) =>
        Assert.Equal(skill, EntryPage.SkillOf(page, Table));

    [Fact]
    public void A_rule_goes_before_the_page_and_the_page_before_a_matter_named_once()
    {
        Assert.Equal("tv", Skill("/support/tv", ("refund", 1)));
        Assert.Equal("billing", Skill(null, ("refund", 1)));
        Assert.Equal("legal_complaint", Skill("/support/tv", ("refund", 1), "legal_threat"));
    }

    [Fact]
    public void A_rule_gives_way_to_the_pages_that_it_names()
    {
        Assert.Equal("billing", Skill("/account/invoices", ("billing_dispute", 1), "legal_threat"));
        Assert.Equal("vulnerable_customer", Skill("/account/invoices", ("billing_dispute", 1), "bereavement"));
    }

    [Fact]
    public void A_matter_named_again_goes_before_the_page_it_was_never_about() => Assert.Equal("billing", Skill("/support/tv", ("refund", 2)));

    private static string Skill(string? page, (string Intent, int Count) matter, params string[] signals) =>
        RoutingDecider.Decide(RoutingSeed.ReadRules(), new RoutingInput
        {
            EntryPage = page,
            State = new ConversationState
            {
                Intent = matter.Intent,
                Intents = new Dictionary<string, int> { [matter.Intent] = matter.Count },
                Signals = signals.ToDictionary(signal => signal, _ => 1),
            },
        }).Skill;
}
