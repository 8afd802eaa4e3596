using Pipeline.Messages;
using Pipeline.Scoring;
using Pipeline.Scoring.Glance;
using Pipeline.Scoring.Models;
using Pipeline.Scoring.PersonalData;
using Pipeline.Training.Corpus;
using Pipeline.Training.Evaluation;

namespace Pipeline.Training.Learning;

/// <summary>Trains the model of sentiment alone, from the same rows and phrases as the shipped model.</summary>
public sealed class GlanceTrainer
{
    private const int Columns = 16;
    private const int LeastTexts = 2;

    private static readonly HeadShape Sentiments = new("sentiment", 0, Heads.SentimentCount, Exclusive: true);
    private static readonly float[] MixedBiases = [.. Enumerable.Range(0, 16).Select(step => step / 10f)];

    private readonly PersonalDataMasker _masker = new();
    private readonly IReadOnlyList<CorpusRow> _rows;
    private readonly IReadOnlyList<IReadOnlyDictionary<uint, float>> _features;
    private readonly float[][] _targets;
    private readonly IReadOnlyList<(IReadOnlyDictionary<uint, float> Features, float[] Targets, float Weight)> _phrases;
    private readonly NetworkOptions _options;

    /// <param name="rows">The rows to learn from.</param>
    /// <param name="options">How; there is no hidden layer.</param>
    public GlanceTrainer(IReadOnlyList<CorpusRow> rows, NetworkOptions options)
    {
        (_rows, _options) = (rows, options with { Hidden = 0 });
        _features = [.. rows.Select(row => Features(row.Text))];
        _targets = [.. rows.Select(Targets)];
        _phrases = [.. LexiconPhrases.Read().Select(phrase => (Features(phrase.Row.Text), Targets(phrase.Row), phrase.Weight))];
    }

    /// <summary>Trains and writes a model.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="name">Its name and version.</param>
    /// <param name="scores">Scores of the rows across hands, on which the bias of mixed feelings is fitted.</param>
    internal void Write(Stream stream, string name, float[][] scores)
    {
        var (learner, index) = Learn([.. Enumerable.Range(0, _rows.Count)]);
        var weights = new float[GlanceModel.Places * GlanceModel.Width];
        for (var row = 0; row < index.Ids.Length; row++)
        {
            learner.Rows.AsSpan(row * Columns, GlanceModel.Width).CopyTo(weights.AsSpan((int)index.Ids[row] * GlanceModel.Width));
        }

        var biases = learner.Output.AsSpan(0, GlanceModel.Width).ToArray();
        biases[(int)Sentiment.Mixed] += MixedBias(scores);
        GlanceFile.Write(stream, name, biases, weights);
    }

    /// <summary>Scores every row by weights that learned from other hands only.</summary>
    /// <param name="folds">The group of hands of each row.</param>
    internal float[][] ScoreAcrossHands(IReadOnlyList<int> folds)
    {
        var scores = new float[_rows.Count][];
        foreach (var fold in folds.Distinct().Order())
        {
            var (learner, index) = Learn([.. Enumerable.Range(0, _rows.Count).Where(row => folds[row] != fold)]);
            for (var row = 0; row < _rows.Count; row++)
            {
                scores[row] = folds[row] == fold ? learner.Score(index.Example(_features[row], _targets[row])) : scores[row];
            }
        }

        return scores;
    }

    /// <summary>How right the scores are, by language.</summary>
    internal IEnumerable<(string Language, LabelTally Tally)> Measure(float[][] scores)
    {
        var bias = MixedBias(scores);
        foreach (var language in _rows.Select(row => row.Language ?? "").Distinct().Order(StringComparer.Ordinal))
        {
            yield return (language, Tally(scores, bias, row => _rows[row].Language == language));
        }
    }

    /// <summary>Mixed feelings are rare, and by likelihood alone would never be said.</summary>
    private float MixedBias(float[][] scores) => MixedBiases.MaxBy(bias =>
    {
        var tally = Tally(scores, bias, _ => true);
        return tally.Accuracy + (0.5 * tally.MacroF1);
    });

    private LabelTally Tally(float[][] scores, float mixed, Func<int, bool> counts)
    {
        var tally = new LabelTally(Enum.GetNames<Sentiment>());
        for (var row = 0; row < scores.Length; row++)
        {
            if (counts(row))
            {
                tally.Add(Array.IndexOf(_targets[row], 1, 0, GlanceModel.Width), Best(scores[row], mixed));
            }
        }

        return tally;
    }

    private static int Best(float[] score, float mixed)
    {
        var best = 0;
        for (var sentiment = 1; sentiment < GlanceModel.Width; sentiment++)
        {
            var bias = sentiment == (int)Sentiment.Mixed ? mixed : 0;
            best = score[sentiment] + bias > score[best] ? sentiment : best;
        }

        return best;
    }

    private (NetworkLearner Learner, FeatureIndex Index) Learn(int[] seen)
    {
        var index = new FeatureIndex([.. seen.Select(row => _features[row]), .. _phrases.Select(phrase => phrase.Features)], LeastTexts, GlanceModel.Places);
        var learner = new NetworkLearner([Sentiments], Columns, index.Ids.Length, _options);
        learner.Train(
        [
            .. seen.Select(row => index.Example(_features[row], _targets[row])),
            .. _phrases.Select(phrase => index.Example(phrase.Features, phrase.Targets, phrase.Weight)),
        ]);
        return (learner, index);
    }

    private Dictionary<uint, float> Features(string text)
    {
        var seen = new Seen([], []);
        new GlanceReader<Seen>(ref seen).Read(_masker.Mask(InputHygiene.Clean(text)).Text);
        var features = new Dictionary<uint, float>();
        foreach (var places in (List<ushort>[])[seen.Words, seen.Letters])
        {
            foreach (var place in places)
            {
                features[place] = features.GetValueOrDefault(place) + GlanceModel.Share(places.Count);
            }
        }

        return features;
    }

    private static float[] Targets(CorpusRow row)
    {
        var targets = CareHeads.TargetsOf(row).AsSpan(Heads.Sentiment, Heads.SentimentCount);
        var own = new float[Columns];
        targets.CopyTo(own);
        return own;
    }

    private readonly struct Seen(List<ushort> words, List<ushort> letters) : IGlanceSink
    {
        public List<ushort> Words => words;

        public List<ushort> Letters => letters;

        public void TakeWord(ushort place) => words.Add(place);

        public void TakeLetters(ushort place) => letters.Add(place);
    }
}
