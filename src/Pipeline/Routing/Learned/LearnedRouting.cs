using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Routing.Difficulty;

namespace Pipeline.Routing.Learned;

/// <summary>
/// Weighs what the customer's words say (<see cref="RoutingEvidence"/>, scored message by message) with what else is known of a conversation, all of it named and readable
/// (<c>learned-routing.json</c>, written by <c>train routing</c>). Linear: every part of a verdict can be told. Immutable and thread-safe.
/// </summary>
public sealed class LearnedRouting
{
    private const int Difficulty = 0;
    private const int Urgency = 1;

    private readonly LearnedRoutingFile _file;

    /// <param name="file">What was learned.</param>
    /// <exception cref="FormatException">A row has not a weight for each answer.</exception>
    public LearnedRouting(LearnedRoutingFile file)
    {
        _file = file;
        if (file.Weights.FirstOrDefault(row => row.Value.Count != Answers) is { Key: { } wrong })
        {
            throw new FormatException($"learned-routing.json: weights['{wrong}'] has not {Answers} numbers.");
        }
    }

    /// <summary>What comes with the program.</summary>
    public static LearnedRouting Shared { get; } = new(
        JsonSerializer.Deserialize(RoutingSeed.ReadResource("learned-routing.json"), LearnedRoutingJson.Default.LearnedRoutingFile)
        ?? throw new FormatException("learned-routing.json is null."));

    /// <summary>The skills that it knows; where a page or a rule names another one, it has no say.</summary>
    public IReadOnlyList<string> Skills => _file.Skills;

    private int Answers => _file.Skills.Count + 2;

    /// <summary>What was learned says of a conversation; null where no message was scored by its model.</summary>
    /// <param name="input">The conversation.</param>
    /// <param name="rules">The rules, whose tables of pages and matters it reads.</param>
    /// <param name="byRules">The skill that the rules alone would choose.</param>
    internal LearnedFinding? Find(RoutingInput input, RoutingRules rules, string byRules)
    {
        if (input.State.RoutingEvidence is not { Messages: > 0 } evidence || evidence.Model != _file.Model || evidence.Sum.Count != Answers)
        {
            return null;
        }

        var scores = new double[Answers];
        var skills = _file.Skills.Count;
        var hard = new List<(string Name, double Share)>();
        var root = Math.Sqrt(evidence.Messages);
        for (var answer = 0; answer < scores.Length; answer++)
        {
            scores[answer] = ((evidence.Sum[answer] / root) + evidence.First[answer] + evidence.Last[answer]) / 100;
        }

        hard.Add((LearnedParts.Words, evidence.Sum[skills + Difficulty] / root / 100));
        hard.Add((LearnedParts.First, evidence.First[skills + Difficulty] / 100.0));
        hard.Add((LearnedParts.Last, evidence.Last[skills + Difficulty] / 100.0));
        foreach (var (name, value) in InputParts.Of(input, rules, byRules))
        {
            if (!_file.Weights.TryGetValue(name, out var weights))
            {
                continue;
            }

            for (var answer = 0; answer < scores.Length; answer++)
            {
                scores[answer] += weights[answer] * value;
            }

            hard.Add((name, weights[skills + Difficulty] * value));
        }

        var (skill, share) = Best(scores.AsSpan(0, skills));
        return new(
            new LearnedVerdict(
                _file.Model,
                Math.Round(Probability(scores[skills + Difficulty]), 3),
                Math.Round(Probability(scores[skills + Urgency]), 3),
                _file.Skills[skill],
                Math.Round(share, 3)),
            hard);
    }

    private static double Probability(double score) => 1 / (1 + Math.Exp(-score));

    private static (int Skill, double Share) Best(ReadOnlySpan<double> scores)
    {
        var best = 0;
        for (var skill = 1; skill < scores.Length; skill++)
        {
            best = scores[skill] > scores[best] ? skill : best;
        }

        var sum = 0.0;
        foreach (var score in scores)
        {
            sum += Math.Exp(score - scores[best]);
        }

        return (best, 1 / sum);
    }
}

/// <summary>A verdict, and what of it speaks for and against difficulty.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Difficulty">Each part with what it adds to the difficulty, in logits.</param>
internal sealed record LearnedFinding(LearnedVerdict Verdict, IReadOnlyList<(string Name, double Share)> Difficulty);
