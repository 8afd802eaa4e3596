using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pipeline.Training.Evaluation;

/// <summary>The figures as one line of JSON, for programs. A part is null where the file lacks its field.</summary>
internal static class EvaluationJson
{
    private const int Digits = 4;

    /// <summary>Writes the line.</summary>
    /// <param name="measured">The figures.</param>
    /// <param name="language">The language of all rows; null when there are several.</param>
    /// <param name="entities">What the masker found; null when no row marks personal data.</param>
    public static string Write(Measurement measured, string? language, EntityTally? entities) => new JsonObject
    {
        ["rows"] = measured.Rows,
        ["language"] = language,
        ["sentiment"] = measured.Sentiment is { } sentiment
            ? new JsonObject { ["accuracy"] = Number(sentiment.Accuracy), ["macroF1"] = Number(sentiment.MacroF1) }
            : null,
        ["emotion"] = measured.Emotion is { } emotion
            ? new JsonObject
            {
                ["accuracy"] = Number(emotion.Accuracy),
                ["macroF1"] = Number(emotion.MacroF1),
                ["ece"] = Number(measured.EmotionError),
                ["perClassF1"] = Each(emotion),
            }
            : null,
        ["aggressionF1"] = Number(measured.Aggression?.F1(1)),
        ["wantsHumanF1"] = Number(measured.WantsHuman?.F1(1)),
        ["intentAccuracy"] = Number(measured.Intent?.Accuracy),
        ["pii"] = entities is null ? null : Kinds(entities),
    }.ToJsonString(new JsonSerializerOptions { WriteIndented = false });

    private static JsonObject Each(LabelTally tally)
    {
        var each = new JsonObject();
        foreach (var (label, f1) in tally.F1OfEach())
        {
            each[label] = Number(f1);
        }

        return each;
    }

    private static JsonObject Kinds(EntityTally entities)
    {
        var kinds = new JsonObject();
        foreach (var (kind, (precision, recall)) in entities.Kinds)
        {
            kinds[kind] = new JsonObject { ["precision"] = Number(precision), ["recall"] = Number(recall) };
        }

        return kinds;
    }

    private static JsonValue? Number(double? value) => value is { } number ? JsonValue.Create(Math.Round(number, Digits)) : null;
}
