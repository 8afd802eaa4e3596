using Pipeline.Messages;
using Pipeline.Routing;
using Pipeline.Routing.Difficulty;
using Pipeline.Tests.Training.Rescoring;
using Pipeline.Training.BackTesting;
using Pipeline.Training.Routing;

namespace Pipeline.Tests.Training.BackTesting;

public sealed class BackTestTallyTests
{
    private static readonly RoutingRules Shipped = RoutingSeed.ReadRules();

    [Fact]
    public void The_same_rules_change_nothing()
    {
        var tally = Compare(Shipped, Shipped with { Version = "same" }, Point("legal_threat"), Point("technical_depth"), Point());

        Assert.Equal((1, 3, 0, 0), (tally.Conversations, tally.Points, tally.PointsChanged, tally.ConversationsChanged));
        Assert.Empty(tally.Kinds);
        Assert.Empty(tally.Examples);
    }

    [Fact]
    public void A_rule_that_weighs_less_is_named_as_the_cause()
    {
        var after = Shipped with { Rules = [.. Shipped.Rules.Select(rule => rule.Name == "technical_depth" ? rule with { Weight = 0.4 } : rule)] };
        var tally = Compare(Shipped, after, Point("technical_depth"), Point());

        Assert.Equal(1, tally.PointsChanged);
        var weight = Shipped.Rules.Single(rule => rule.Name == "technical_depth").Weight;
        var hard = Assert.Single(tally.Kinds, kind => kind.Part == DecisionPart.Hard);
        Assert.Equal("no longer hard", hard.Kind);
        Assert.Equal([(FormattableString.Invariant($"technical_depth {weight} → 0.4"), 1)], hard.Causes);
        Assert.Contains(tally.Kinds, kind => kind.Kind == "level 2 → 1");
        Assert.Contains(tally.Kinds, kind => kind.Kind == "priority lower");
    }

    [Fact]
    public void A_rule_that_is_gone_and_one_that_is_new_are_named()
    {
        var without = Shipped with { Rules = [.. Shipped.Rules.Where(rule => rule.Name != "legal_threat")] };

        var lost = Compare(Shipped, without, Point("legal_threat"));
        Assert.Equal("- legal_threat", lost.Kinds.Single(kind => kind.Kind == "no longer hard").Causes.Single().Cause);
        Assert.Equal("- legal_threat", lost.Kinds.Single(kind => kind.Part == DecisionPart.Skill).Causes.Single().Cause);

        var won = Compare(without, Shipped, Point("legal_threat"));
        Assert.Equal("+ legal_threat", won.Kinds.Single(kind => kind.Kind == "became hard").Causes.Single().Cause);
        Assert.Contains("skill technical → legal_complaint", won.Kinds.Select(kind => kind.Kind));
    }

    [Fact]
    public void A_rule_without_a_part_in_a_change_is_not_blamed()
    {
        // A greater weight, and another one that sends elsewhere: only the second has to do with the skill.
        var after = Shipped with
        {
            Rules = [.. Shipped.Rules.Select(rule => rule.Name switch
            {
                "legal_threat" => rule with { Skill = "retention" },
                "technical_depth" => rule with { Weight = rule.Weight + 0.05 },
                _ => rule,
            })],
        };
        var tally = Compare(Shipped, after, Point("legal_threat", "technical_depth"));

        Assert.Equal(["legal_threat: legal_complaint → retention"], tally.Kinds.Single(kind => kind.Part == DecisionPart.Skill).Causes.Select(cause => cause.Cause));
    }

    [Fact]
    public void Another_threshold_is_named()
    {
        var tally = Compare(Shipped, Shipped with { HardAt = 9 }, Point("legal_threat"));

        Assert.Equal($"hardAt {Shipped.HardAt} → 9", tally.Kinds.Single(kind => kind.Part == DecisionPart.Hard).Causes.Single().Cause);
    }

    [Fact]
    public void Labels_tell_which_rules_are_right()
    {
        var tally = new BackTestTally(Shipped, Shipped with { HardAt = 9 }, 10);
        tally.Add(new("a", [Point("legal_threat")]) { Expected = new CaseLabels { Hard = true, Skill = "legal_complaint" } });
        tally.Add(new("b", [Point()]) { Expected = new CaseLabels { Hard = false, Skill = "technical" } });
        tally.Add(new("c", [Point()]));

        Assert.Equal((2, 1.0), (tally.RightBefore!.Cases, tally.RightBefore.HardRight));
        Assert.Equal((2, 0.5), (tally.RightAfter!.Cases, tally.RightAfter.HardRight));
    }

    [Fact]
    public async Task The_rules_in_force_change_nothing_of_what_was_decided()
    {
        await using var history = await StoredHistory.OneAsync(StoredHistory.Conversation("en", "My line is down again", "I will see you in court, my lawyer has the file"));
        var conversation = StoredCases.Decided(await history.ReadAsync("c-1"));

        var same = new BackTestTally(null, Shipped, 10);
        same.Add(conversation);
        Assert.Equal((1, 1, 0), (same.Points, same.Unknown, same.PointsChanged));

        var other = new BackTestTally(null, Shipped with { HardAt = 0, Version = "all hard" }, 10);
        other.Add(new("calm", [conversation.Points[^1] with { Stored = conversation.Points[^1].Stored! with { Hard = false } }]));
        Assert.Equal("became hard", Assert.Single(other.Kinds).Kind);
    }

    private static BackTestTally Compare(RoutingRules before, RoutingRules after, params DecisionPoint[] points)
    {
        var tally = new BackTestTally(before, after, 10);
        tally.Add(new("c", points));
        return tally;
    }

    private static DecisionPoint Point(params string[] signals) => new(1, "text", new RoutingInput
    {
        State = new ConversationState
        {
            Position = 1,
            CustomerMessages = 1,
            Signals = new SortedDictionary<string, int>(signals.ToDictionary(signal => signal, _ => 1), StringComparer.Ordinal),
        },
    });
}
