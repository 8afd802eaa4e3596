using Pipeline.Messages;
using Pipeline.Routing;
using Pipeline.Routing.Rules;

namespace Pipeline.Tests.Routing.Rules;

public sealed class RoutingRulesReaderTests
{
    private const string Sound =
        """
        {
          "version": "v1", "hardAt": 1, "defaultSkill": "technical", "skillByIntent": { "refund": "billing" },
          "skillByPage": { "/tv": "tv" }, "levels": [{ "level": 2, "from": 1 }], "priority": { "urgent": 9 },
          "rules": [{ "name": "law", "when": { "signal": "legal_threat" }, "weight": 1, "french": "f", "english": "e" }]
        }
        """;

    [Fact]
    public void Sound_rules_are_read_with_the_usual_value_of_what_they_leave_out()
    {
        var rules = RoutingRulesReader.Read(Sound, "test");

        Assert.Equal((9, 1), (rules.Priority.Urgent, rules.Priority.PerMinute));
        Assert.Equal((1, 1), (rules.Rules[0].LeastLevel, rules.Rules[0].When.AtLeast));
    }

    [Theory]
    [InlineData("\"legal_threat\"", "\"xyz\"", "rules[0].when.signal", "'xyz' is not a known signal; known are accessibility,")]
    [InlineData("\"signal\": \"legal_threat\"", "\"noSignalAmong\": [\"safety\", \"xyz\"]", "rules[0].when.noSignalAmong[1]", "'xyz' is not a known signal")]
    [InlineData("\"signal\": \"legal_threat\"", "\"intentAmong\": [\"xyz\"]", "rules[0].when.intentAmong", "'xyz' is not an intent of skillByIntent")]
    [InlineData("\"signal\": \"legal_threat\"", "\"channelAmong\": []", "rules[0].when.channelAmong", "it is empty")]
    [InlineData("\"signal\": \"legal_threat\"", "\"distinctIntents\": 0", "rules[0].when.distinctIntents", "1 or more")]
    [InlineData("\"signal\": \"legal_threat\"", "\"signal\": \"legal_threat\", \"atLeast\": 0", "rules[0].when.atLeast", "1 or more")]
    [InlineData("\"signal\": \"legal_threat\"", "\"signl\": \"legal_threat\"", "rules[0].when.signl", "signl")]
    [InlineData("\"when\": { \"signal\": \"legal_threat\" }", "\"when\": { }", "rules[0].when", "when has no condition")]
    [InlineData("\"weight\": 1", "\"weight\": \"much\"", "rules[0].weight", "could not be converted")]
    [InlineData("\"weight\": 1", "\"weight\": -1", "rules[0].weight", "0 or more")]
    [InlineData("\"weight\": 1", "\"weight\": 1, \"leastLevel\": 4", "rules[0].leastLevel", "1 to 3")]
    [InlineData("\"weight\": 1", "\"weight\": 1, \"skill\": \"a b\"", "rules[0].skill", "is not a skill")]
    [InlineData("\"english\": \"e\"", "\"english\": \" \"", "rules[0]", "in french and in english")]
    [InlineData("\"v1\"", "\"v 1\"", "version", "is not a name")]
    [InlineData("\"hardAt\": 1", "\"hardAt\": 0", "hardAt", "over 0")]
    [InlineData("\"/tv\"", "\"tv\"", "skillByPage['tv']", "beginning of a path")]
    [InlineData("\"refund\": \"billing\"", "\"refund\": \"\"", "skillByIntent['refund']", "is not a skill")]
    [InlineData("\"level\": 2", "\"level\": 4", "levels[0].level", "the levels above the front line")]
    [InlineData("\"from\": 1 }", "\"from\": 1 }, { \"level\": 3, \"from\": 0.5 }", "levels[1]", "levels ascend")]
    [InlineData("\"urgent\": 9", "\"perMinute\": 0", "priority.perMinute", "wait for ever")]
    public void A_fault_is_named_with_its_path(string right, string wrong, string path, string problem)
    {
        Assert.Contains(right, Sound, StringComparison.Ordinal);
        var error = Assert.Throws<RoutingRulesException>(
            () => RoutingRulesReader.Read(Sound.Replace(right, wrong, StringComparison.Ordinal), "test"));

        var fault = Assert.Single(error.Faults);
        Assert.Equal(path, fault.Path);
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
        Assert.StartsWith($"test: {path}: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_told_at_once() =>
        Assert.Equal(
            ["version", "hardAt", "rules[0].weight"],
            Assert.Throws<RoutingRulesException>(() => RoutingRulesReader.Read(
                Sound.Replace("\"v1\"", "\"\"", StringComparison.Ordinal).Replace("\"hardAt\": 1", "\"hardAt\": -1", StringComparison.Ordinal)
                    .Replace("\"weight\": 1", "\"weight\": -1", StringComparison.Ordinal),
                "test")).Faults.Select(fault => fault.Path));

    [Fact]
    public void Every_sign_of_difficulty_has_a_rule_of_the_program_that_reads_it()
    {
        var read = RoutingSeed.ReadRules().Rules.Select(rule => rule.When)
            .SelectMany(when => (when.SignalAmong ?? []).Concat(when.NoSignalAmong ?? []).Append(when.Signal)).ToHashSet();

        Assert.All(SignalNames.All, signal => Assert.Contains(signal, read));
    }
}
