using Pipeline.Messages;

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
        OfDecisions([.. judged.Select(one => (one.Labelled.Expected, one.Decision))]);

    /// <summary>What decisions are worth by what people say that the cases need.</summary>
    public static RoutingMeasurement OfDecisions(IReadOnlyList<(CaseLabels Expected, RoutingDecision Decision)> decided) => Of(
        decided, one => one.Expected, one => one.Decision.Hard, one => one.Decision.Skill, one => one.Decision.Urgent);

    /// <summary>What the sentiment alone makes of them: hard and urgent when angry.</summary>
    public static RoutingMeasurement OfSentiment(IReadOnlyList<JudgedCase> judged) =>
        Of(judged, one => one.Labelled.Expected, one => one.BySentiment.Hard, one => one.BySentiment.Skill, one => one.BySentiment.Hard);

    private static RoutingMeasurement Of<T>(
        IReadOnlyList<T> judged, Func<T, CaseLabels> wanted, Func<T, bool> hard, Func<T, string> skill, Func<T, bool> urgent) => new(
        judged.Count,
        Share(judged, one => skill(one) == wanted(one).Skill),
        F1(judged, hard, one => wanted(one).Hard),
        Share(judged, one => hard(one) == wanted(one).Hard),
        F1(judged, urgent, one => wanted(one).Urgent));

    private static double Share<T>(IReadOnlyList<T> judged, Func<T, bool> right) =>
        judged.Count == 0 ? 0 : (double)judged.Count(right) / judged.Count;

    private static double F1<T>(IReadOnlyList<T> judged, Func<T, bool> said, Func<T, bool> wanted)
    {
        var both = judged.Count(one => said(one) && wanted(one));
        var either = judged.Count(said) + judged.Count(wanted);
        return either == 0 ? 0 : 2.0 * both / either;
    }
}
