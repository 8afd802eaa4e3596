using Pipeline.Scoring.Models;
using Pipeline.Training.Corpus;

namespace Pipeline.Training.Learning;

/// <summary>
/// Trains the shipped model. Rows of one hand never stand on both sides: what is calibrated and measured is measured on hands that the weights
/// have not seen. Hands are taken in groups, so that few trainings suffice.
/// </summary>
public sealed class CareTrainer
{
    private const int LeastTexts = 2;
    private const int MostFeatures = 80_000;

    private readonly IReadOnlyList<CorpusRow> _rows;
    private readonly IReadOnlyList<IReadOnlyDictionary<uint, float>> _features;
    private readonly float[][] _targets;
    private readonly IReadOnlyList<(IReadOnlyDictionary<uint, float> Features, float[] Targets, float Weight)> _phrases;
    private readonly NetworkOptions _options;

    /// <param name="rows">The rows to learn from.</param>
    /// <param name="options">How.</param>
    public CareTrainer(IReadOnlyList<CorpusRow> rows, NetworkOptions options)
    {
        var reader = new TextFeatures();
        (_rows, _options) = (rows, options);
        _features = [.. rows.Select(row => reader.Read(row.Text, row.Language))];
        _targets = [.. rows.Select(CareHeads.TargetsOf)];
        _phrases = [.. LexiconPhrases.Read().Select(phrase => (reader.Read(phrase.Row.Text, phrase.Row.Language), CareHeads.TargetsOf(phrase.Row), phrase.Weight))];
    }

    /// <summary>Scores every row by weights that learned from other hands only.</summary>
    /// <param name="folds">Into how many groups the hands go.</param>
    /// <param name="progress">Told what share is done.</param>
    internal CrossScores ScoreAcrossHands(int folds, Action<double>? progress = null)
    {
        var hands = _rows.Select(row => row.Hand ?? "").Distinct().Order(StringComparer.Ordinal).ToList();
        var foldOf = _rows.Select(row => FoldOf(row, hands, folds)).ToArray();
        var scores = new float[_rows.Count][];
        for (var fold = 0; fold < folds; fold++)
        {
            var own = fold;
            int[] seen = [.. Enumerable.Range(0, _rows.Count).Where(row => foldOf[row] != own)];
            var (learner, index) = Learn(seen, done => progress?.Invoke((own + done) / folds));
            for (var row = 0; row < _rows.Count; row++)
            {
                scores[row] = foldOf[row] == fold ? learner.Score(index.Example(_features[row], _targets[row])) : scores[row];
            }
        }

        return new(_rows, scores, _targets, foldOf);
    }

    /// <summary>Learns from all rows.</summary>
    internal LearnedWeights Learn(Action<double>? progress = null)
    {
        var (learner, index) = Learn([.. Enumerable.Range(0, _rows.Count)], progress);
        return new(index.Ids, learner.Rows, learner.Output);
    }

    private static int FoldOf(CorpusRow row, List<string> hands, int folds)
    {
        // Hands of one language next to each other go to different groups, so that each group has both languages.
        var own = hands.Where(hand => hand[..Math.Min(2, hand.Length)] == (row.Hand ?? "")[..Math.Min(2, (row.Hand ?? "").Length)]).ToList();
        return own.IndexOf(row.Hand ?? "") % folds;
    }

    private (NetworkLearner Learner, FeatureIndex Index) Learn(int[] seen, Action<double>? progress)
    {
        var index = new FeatureIndex([.. seen.Select(row => _features[row]), .. _phrases.Select(phrase => phrase.Features)], LeastTexts, MostFeatures);
        var learner = new NetworkLearner(CareHeads.Shapes, Heads.Columns, index.Ids.Length, _options);
        learner.Train(
            [
                .. seen.Select(row => index.Example(_features[row], _targets[row])),
                .. _phrases.Select(phrase => index.Example(phrase.Features, phrase.Targets, phrase.Weight)),
            ],
            progress);
        return (learner, index);
    }
}
