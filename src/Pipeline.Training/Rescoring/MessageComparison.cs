using System.Globalization;
using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Training.Evaluation;

namespace Pipeline.Training.Rescoring;

/// <summary>Compares two scores of one message.</summary>
internal static class MessageComparison
{
    /// <summary>How far the valence may move: a tenth of the way from neutral to delighted, which nobody would call another feeling.</summary>
    public const double DefaultTolerance = 0.1;

    /// <summary>Whether everything but the scorers' names is the same: probabilities and evidence too.</summary>
    public static bool AreIdentical(TextAnalysis stored, TextAnalysis candidate) => Text(stored) == Text(candidate);

    /// <summary>The fields that a person would call changed, always in the same order.</summary>
    /// <param name="stored">The stored score.</param>
    /// <param name="candidate">The candidate's.</param>
    /// <param name="tolerance">How far the valence may move.</param>
    public static IReadOnlyList<FieldChange> Changes(TextAnalysis stored, TextAnalysis candidate, double tolerance)
    {
        var changes = new List<FieldChange>();
        var (was, says) = (Prediction.Of(stored), Prediction.Of(candidate));
        Add(changes, "sentiment", $"{was.Sentiment}", $"{says.Sentiment}");
        Add(changes, "emotion", $"{was.Emotion}", $"{says.Emotion}");
        Add(changes, "intensity", Number(was.Intensity), Number(says.Intensity));
        if (Math.Abs(stored.Valence - candidate.Valence) > tolerance)
        {
            Add(changes, FieldChange.Valence, Number(stored.Valence), Number(candidate.Valence));
        }

        Add(changes, "aggression", YesNo(was.Aggression), YesNo(says.Aggression));
        Add(changes, "wantsHuman", YesNo(was.WantsHuman), YesNo(says.WantsHuman));
        Add(changes, "intent", was.Intent, says.Intent);
        Add(changes, "language", was.Language, says.Language);
        changes.AddRange(Signs(stored).Except(Signs(candidate)).Select(sign => new FieldChange("signals", sign, null)));
        changes.AddRange(Signs(candidate).Except(Signs(stored)).Select(sign => new FieldChange("signals", null, sign)));
        return changes;
    }

    private static string Text(TextAnalysis analysis) =>
        JsonSerializer.Serialize(analysis with { Scorer = "", Degraded = false }, PipelineJson.Default.TextAnalysis);

    // The wish for a person has a field of its own.
    private static IEnumerable<string> Signs(TextAnalysis analysis) =>
        analysis.Signals.Where(sign => sign != SignalNames.WantsHuman);

    private static void Add(List<FieldChange> changes, string field, string? from, string? to)
    {
        if (from != to)
        {
            changes.Add(new(field, from, to));
        }
    }

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
