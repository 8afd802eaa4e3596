using Pipeline.Messages;
using Pipeline.Scoring.Intents;
using Pipeline.Training.Corpus;

namespace Pipeline.Training.Evaluation;

/// <summary>What an analyser reached on some rows. A part is null where no row has the label.</summary>
public sealed record Measurement
{
    private static readonly string[] YesNo = ["no", "yes"];

    /// <summary>How many rows.</summary>
    public required int Rows { get; init; }

    /// <summary>Sentiment.</summary>
    public LabelTally? Sentiment { get; init; }

    /// <summary>The dominant emotion.</summary>
    public LabelTally? Emotion { get; init; }

    /// <summary>The calibration error of the dominant emotion's probability.</summary>
    public double? EmotionError { get; init; }

    /// <summary>Intensity.</summary>
    public LabelTally? Intensity { get; init; }

    /// <summary>Aggression.</summary>
    public LabelTally? Aggression { get; init; }

    /// <summary>Whether a person is asked for.</summary>
    public LabelTally? WantsHuman { get; init; }

    /// <summary>The intent.</summary>
    public LabelTally? Intent { get; init; }

    /// <summary>The language of each text alone.</summary>
    public LabelTally? Language { get; init; }

    /// <summary>Measures.</summary>
    public static Measurement Of(IReadOnlyList<(CorpusRow Row, Prediction Said)> rows)
    {
        var error = new CalibrationError();
        foreach (var (row, said) in rows)
        {
            if (row.Emotions is { Count: > 0 } emotions)
            {
                error.Add(said.Confidence, Labels.EmotionOf(emotions[0]) == said.Emotion);
            }
        }

        var emotion = Tally(Names<Emotion>(), rows,
            row => row.Emotions is { Count: > 0 } emotions ? (int)Labels.EmotionOf(emotions[0]) : null, said => (int)said.Emotion);
        return new()
        {
            Rows = rows.Count,
            Sentiment = Tally(Names<Sentiment>(), rows,
                row => row.Sentiment is { } label ? (int)Labels.SentimentOf(label) : null, said => (int)said.Sentiment),
            Emotion = emotion,
            EmotionError = emotion is null ? null : error.Value,
            Intensity = Tally(["0", "1", "2", "3"], rows, row => row.Intensity, said => said.Intensity),
            Aggression = Tally(YesNo, rows, row => Number(row.Aggression), said => said.Aggression ? 1 : 0),
            WantsHuman = Tally(YesNo, rows, row => Number(row.WantsHuman), said => said.WantsHuman ? 1 : 0),
            Intent = Tally(IntentNames.Ordered, rows,
                row => row.Intent is { } label ? Labels.IntentOf(label) : null,
                said => said.Intent is { } label ? Labels.IntentOf(label) : -1),
            Language = rows.Any(row => row.Said.Language is null)
                ? null
                : Tally(["fr", "en"], rows, row => LanguageOf(row.Language), said => LanguageOf(said.Language) ?? -1),
        };
    }

    private static int? Number(bool? label) => label is { } known ? (known ? 1 : 0) : null;

    private static int? LanguageOf(string? language) => language switch { "fr" => 0, "en" => 1, _ => null };

    private static string[] Names<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];

    private static LabelTally? Tally(
        IReadOnlyList<string> labels, IReadOnlyList<(CorpusRow Row, Prediction Said)> rows, Func<CorpusRow, int?> truth, Func<Prediction, int> said)
    {
        var tally = new LabelTally(labels);
        foreach (var row in rows)
        {
            if (truth(row.Row) is { } label)
            {
                tally.Add(label, said(row.Said));
            }
        }

        return tally.Rows == 0 ? null : tally;
    }
}
