using Microsoft.Extensions.Options;
using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Feedback;
using Pipeline.Suggestions.Speaking;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Suggestions.Feedback;

/// <summary>
/// Simulated advisors of three levels answer with no help, with all that was found, and with what the policy lets through. They gain from help as
/// the field study found (novices most, experts lose a little): what they are is in <see cref="Advisors"/>, and the scores are calibrated.
/// </summary>
public sealed class SimulatedAdvisorsTests
{
    private const int Answers = 20_000;

    /// <summary>What reading one suggestion costs: attention that the customer does not get.</summary>
    private const double Reading = 0.012;

    /// <summary>A right suggestion as an answer, and a wrong one.</summary>
    private const double Right = 0.92;
    private const double Wrong = 0.25;

    /// <summary>By level: the quality of their own words, and how often they see that a suggestion is wrong.</summary>
    public static TheoryData<AdvisorLevel, double, double> Advisors => new()
    {
        { AdvisorLevel.Novice, 0.60, 0.50 },
        { AdvisorLevel.Confirmed, 0.70, 0.80 },
        { AdvisorLevel.Expert, 0.88, 0.90 },
    };

    [Theory]
    [MemberData(nameof(Advisors))]
    public void The_policy_beats_always_on_and_always_off(AdvisorLevel level, double own, double sees)
    {
        var policy = new SpeakingPolicy(
            Options.Create(new SuggestionOptions()), new BrandWeightsSource(new InMemoryTables(), new FakeClock()));
        var random = new Random(7);
        double by = 0, on = 0, off = 0;
        for (var number = 0; number < Answers; number++)
        {
            Suggestion[] found =
            [
                .. Enumerable.Range(0, 3).Select(_ => random.NextDouble()).OrderDescending()
                    .Select((score, rank) => new Suggestion($"s-{rank}", "…", "question", "phrase:x", score, [])),
            ];
            bool[] isRight = [.. found.Select(suggestion => random.NextDouble() < suggestion.Score)];
            bool[] isSeen = [.. found.Select(_ => random.NextDouble() < sees)];
            by += Quality(policy.Audible(found, level).Count, isRight, isSeen, own);
            on += Quality(found.Length, isRight, isSeen, own);
            off += own;
        }

        Assert.True(by > on && by > off, $"{level}: policy {by / Answers:0.0000}, always on {on / Answers:0.0000}, always off {off / Answers:0.0000}.");
    }

    /// <summary>The advisor takes the first suggestion that they do not see to be wrong; else their own words do.</summary>
    private static double Quality(int shown, bool[] isRight, bool[] isSeen, double own)
    {
        var answer = own;
        for (var rank = 0; rank < shown; rank++)
        {
            if (isRight[rank] || !isSeen[rank])
            {
                answer = isRight[rank] ? Math.Max(own, Right) : Wrong;
                break;
            }
        }

        return answer - (shown * Reading);
    }
}
