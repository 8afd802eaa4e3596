using Pipeline.Scoring;
using Pipeline.Training.Corpus;
using Pipeline.Training.Evaluation;
using Pipeline.Training.Learning;

namespace Pipeline.Training.Card;

/// <summary>What the model card tells of a model.</summary>
/// <param name="Scorer">Its name and version.</param>
/// <param name="Fingerprint">Its fingerprint.</param>
/// <param name="Bytes">The size of its file.</param>
/// <param name="Rows">The corpus.</param>
/// <param name="Phrases">How many phrases of the word lists it learned from besides.</param>
/// <param name="Across">What is said of messages by weights that learned from other hands.</param>
/// <param name="Folds">Into how many groups the hands went.</param>
/// <param name="HeldOut">What the model's file says of the messages that training never sees.</param>
/// <param name="Curve">How more messages help.</param>
internal sealed record CardFigures(
    string Scorer,
    string Fingerprint,
    long Bytes,
    IReadOnlyList<CorpusRow> Rows,
    int Phrases,
    IReadOnlyList<(CorpusRow Row, Prediction Said)> Across,
    int Folds,
    IReadOnlyList<(CorpusRow Row, Prediction Said)> HeldOut,
    IReadOnlyList<CurvePoint> Curve)
{
    /// <summary>Measures the file of a model on the held-out messages, and puts everything together.</summary>
    public static CardFigures Of(string model, IReadOnlyList<CorpusRow> rows, CrossScores across, IReadOnlyList<CurvePoint> curve)
    {
        var analyzer = CareAnalyzer.FromFile(model);
        return new(
            analyzer.Scorer,
            ModelFingerprint.OfFile(model),
            new FileInfo(model).Length,
            rows,
            LexiconPhrases.Read().Count(),
            across.Predict(),
            across.Folds.Distinct().Count(),
            ProductAnswers.Of(analyzer, rows.Where(Corpus.HeldOut.Contains)),
            curve);
    }
}
