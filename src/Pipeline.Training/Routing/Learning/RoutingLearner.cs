using Pipeline.Messages;
using Pipeline.Routing;
using Pipeline.Routing.Learned;
using Pipeline.Scoring.Features;
using Pipeline.Scoring.Recognition;
using Pipeline.Training.Learning;

namespace Pipeline.Training.Routing.Learning;

/// <summary>
/// Learns both models of routing together: one linear sum of words and of what else is known, so that the part of words can be taken message by message. Several
/// trainings in different orders are averaged; the same data and seed give the same files to the byte.
/// </summary>
/// <param name="rules">The rules, whose choice of a skill and tables of pages are among what is weighed.</param>
/// <param name="seed">The first seed.</param>
internal sealed class RoutingLearner(RoutingRules rules, int seed)
{
    /// <summary>The skills, in the order of the answers.</summary>
    public static readonly string[] Skills =
    [
        "technical", "billing", "retention", "delivery", "fraud_security", "vulnerable_customer", "legal_complaint", "sales", "mobile", "tv",
    ];

    private const int Columns = 16;
    private const int Runs = 5;
    private const int LeastChats = 3;
    private const int LeastTexts = 2;
    private const int MostFeatures = 200_000;

    // The first and the last message count again, a little: more of it learned the chats by heart.
    private const float Again = 0.2f;

    private static readonly HeadShape[] OfRouting =
    [
        new("skill", 0, Skills.Length, Exclusive: true), new("difficulty", Skills.Length, 1, Exclusive: false),
        new("urgency", Skills.Length + 1, 1, Exclusive: false),
    ];

    private static readonly HeadShape[] OfWishes = [new("wish", 0, 1, Exclusive: false)];

    /// <summary>Learns from chats and wishes.</summary>
    /// <param name="name">The name and version of the models.</param>
    /// <param name="cases">The chats.</param>
    /// <param name="wishes">The wishes.</param>
    /// <param name="wishAt">From which probability on it is a wish.</param>
    public LearnedModels Learn(string name, IReadOnlyList<LearningCase> cases, IReadOnlyList<LearningWish> wishes, float wishAt)
    {
        var names = new Dictionary<uint, string>();
        var routing = Fit([.. cases.Select(one => (FeaturesOf(one, names), TargetsOf(one.Labelled.Expected), 1f))], OfRouting, LeastChats, epochs: 12);
        var wish = Fit([.. wishes.Select(one => (FeaturesOf(one.Message), Targets(one.Wish), one.Weight))], OfWishes, LeastTexts, epochs: 8);
        var words = cases.SelectMany(one => one.Messages).SelectMany(message => message.Ids.Take(message.Shared))
            .Concat(wish.Keys).Distinct().Where(id => wish.ContainsKey(id) || PartsOf(id).Any(routing.ContainsKey)).Order().ToArray();
        var (scales, rows) = (new float[words.Length], new sbyte[words.Length * RecognitionModel.Row]);
        for (var index = 0; index < words.Length; index++)
        {
            scales[index] = Round(RowOf(words[index], routing), rows.AsSpan(index * RecognitionModel.Row, RecognitionModel.Row));
        }

        var weights = new SortedDictionary<string, IReadOnlyList<double>>(StringComparer.Ordinal);
        foreach (var (id, part) in names.Where(named => routing.ContainsKey(named.Key)))
        {
            weights[part] = [.. routing[id].Take(RecognitionModel.Answers).Select(weight => Math.Round((double)weight, 3))];
        }

        return new(name, wishAt, words, scales, [.. words.Select(id => wish.TryGetValue(id, out var row) ? row[0] : 0)], rows, new(name, Skills, weights));
    }

    private static IEnumerable<uint> PartsOf(uint id) => Enumerable.Range(0, RoutingScores.Parts).Select(part => MessageEvidence.IdOf(id, part));

    private static float[] RowOf(uint id, Dictionary<uint, float[]> routing)
    {
        var row = new float[RecognitionModel.Row];
        for (var part = 0; part < RoutingScores.Parts; part++)
        {
            if (routing.TryGetValue(MessageEvidence.IdOf(id, part), out var weights))
            {
                for (var answer = 0; answer < RecognitionModel.Answers; answer++)
                {
                    row[(part * RecognitionModel.Answers) + answer] = weights[answer] * (part == 0 ? 1 : Again);
                }
            }
        }

        return row;
    }

    private static float Round(float[] weights, Span<sbyte> bytes)
    {
        var scale = weights.Max(MathF.Abs) / sbyte.MaxValue;
        for (var column = 0; scale > 0 && column < weights.Length; column++)
        {
            bytes[column] = (sbyte)MathF.Round(weights[column] / scale);
        }

        return scale;
    }

    private Dictionary<uint, float[]> Fit(
        IReadOnlyList<(Dictionary<uint, float> Features, float[] Targets, float Weight)> rows, HeadShape[] shapes, int least, int epochs)
    {
        var index = new FeatureIndex(rows.Select(row => row.Features), least, MostFeatures);
        Example[] examples = [.. rows.Select(row => index.Example(row.Features, row.Targets, row.Weight))];
        var weights = index.Ids.ToDictionary(id => id, _ => new float[Columns]);
        for (var run = 0; run < Runs; run++)
        {
            var learner = new NetworkLearner(shapes, Columns, index.Ids.Length, new NetworkOptions(Epochs: epochs, Hidden: 0, Seed: seed + run));
            learner.Train(examples);
            for (var row = 0; row < index.Ids.Length; row++)
            {
                var own = weights[index.Ids[row]];
                for (var column = 0; column < Columns; column++)
                {
                    own[column] += learner.Rows[(row * Columns) + column] / Runs;
                }
            }
        }

        return weights;
    }

    private Dictionary<uint, float> FeaturesOf(LearningCase one, Dictionary<uint, string> names)
    {
        var features = new Dictionary<uint, float>();
        var root = MathF.Sqrt(Math.Max(1, one.Messages.Count));
        foreach (var message in one.Messages)
        {
            message.AddTo(features, 0, 1 / root, message.Shared);
        }

        if (one.Messages.Count > 0)
        {
            one.Messages[0].AddTo(features, 1, Again, one.Messages[0].Shared);
            one.Messages[^1].AddTo(features, 2, Again, one.Messages[^1].Shared);
        }

        foreach (var (name, value) in InputParts.Of(one.Input, rules, RoutingDecider.Decide(rules with { Learned = null }, one.Input).Skill))
        {
            var id = FeatureHash.Finish(FeatureHash.Add(FeatureHash.Begin(95), name));
            names[id] = name;
            features[id] = (float)value;
        }

        return features;
    }

    private static Dictionary<uint, float> FeaturesOf(MessageEvidence message)
    {
        var features = new Dictionary<uint, float>();
        message.AddTo(features, 0, 1, message.Ids.Length);
        return features;
    }

    private static float[] TargetsOf(CaseLabels labels)
    {
        var targets = new float[Columns];
        for (var skill = 0; skill < Skills.Length; skill++)
        {
            targets[skill] = Skills[skill] == labels.Skill ? 1 : 0;
        }

        (targets[Skills.Length], targets[Skills.Length + 1]) = (labels.Hard ? 1 : 0, labels.Urgent ? 1 : 0);
        return targets;
    }

    private static float[] Targets(bool wish)
    {
        var targets = new float[Columns];
        targets[0] = wish ? 1 : 0;
        return targets;
    }
}

/// <summary>Both models, as they are written.</summary>
internal sealed record LearnedModels(
    string Name, float WishAt, uint[] Ids, float[] Scales, float[] Wishes, sbyte[] Rows, LearnedRoutingFile Parts)
{
    /// <summary>The model of words.</summary>
    public RecognitionModel Words { get; } = new(Name, Ids, Scales, Rows, Wishes, WishAt);

    /// <summary>The model of everything else.</summary>
    public LearnedRouting Routing { get; } = new(Parts);
}
