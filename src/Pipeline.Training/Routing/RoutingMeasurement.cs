namespace Pipeline.Training.Routing;

/// <summary>How well cases were decided.</summary>
/// <param name="Cases">How many.</param>
/// <param name="Skill">The share whose skill is right.</param>
/// <param name="HardF1">F1 of hard; 0 when none is or was found.</param>
/// <param name="HardRight">The share whose hard or not is right: of use where all are of one kind.</param>
/// <param name="UrgentF1">F1 of urgent; 0 when none is or was found.</param>
public sealed record RoutingMeasurement(int Cases, double Skill, double HardF1, double HardRight, double UrgentF1)
{
    /// <summary>What the rules make of the cases.</summary>
    public static RoutingMeasurement OfRules(IReadOnlyList<JudgedCase> judged) =>
        Of(judged, one => one.Decision.Hard, one => one.Decision.Skill, one => one.Decision.Urgent);

    /// <summary>What the sentiment alone makes of them: hard and urgent when angry.</summary>
    public static RoutingMeasurement OfSentiment(IReadOnlyList<JudgedCase> judged) =>
        Of(judged, one => one.BySentiment.Hard, one => one.BySentiment.Skill, one => one.BySentiment.Hard);

    private static RoutingMeasurement Of(
        IReadOnlyList<JudgedCase> judged, Func<JudgedCase, bool> hard, Func<JudgedCase, string> skill, Func<JudgedCase, bool> urgent) => new(
        judged.Count,
        Share(judged, one => skill(one) == one.Labelled.Expected.Skill),
        F1(judged, hard, one => one.Labelled.Expected.Hard),
        Share(judged, one => hard(one) == one.Labelled.Expected.Hard),
        F1(judged, urgent, one => one.Labelled.Expected.Urgent));

    private static double Share(IReadOnlyList<JudgedCase> judged, Func<JudgedCase, bool> right) =>
        judged.Count == 0 ? 0 : (double)judged.Count(right) / judged.Count;

    private static double F1(IReadOnlyList<JudgedCase> judged, Func<JudgedCase, bool> said, Func<JudgedCase, bool> wanted)
    {
        var both = judged.Count(one => said(one) && wanted(one));
        var either = judged.Count(said) + judged.Count(wanted);
        return either == 0 ? 0 : 2.0 * both / either;
    }
}
