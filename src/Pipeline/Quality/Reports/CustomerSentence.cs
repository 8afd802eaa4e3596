using System.Globalization;
using Pipeline.Quality.Indicators;

namespace Pipeline.Quality.Reports;

/// <summary>The customer's view in a sentence, at the head of each report: what it cost them, how they left, and who left without an answer.</summary>
internal static class CustomerSentence
{
    private static readonly CultureInfo FrenchNumbers = CultureInfo.GetCultureInfo("fr-FR");

    public static string French(Figures figures, bool withheld) => withheld || figures.Conversations == 0
        ? "Côté client : trop peu de conversations pour en dire quelque chose."
        : "Côté client : " + Joined(
            Say(Unmet(figures), share => $"{Percent(share, FrenchNumbers)} sont repartis sans solution"),
            Say(figures.EndValence.Mean, valence => $"l'humeur à la fin est de {valence.ToString("+0.00;-0.00;0", FrenchNumbers)} (de -1 à 1)"),
            Say(figures.Effort.Mean, effort => $"l'effort est de {effort.ToString("0.0", FrenchNumbers)} points par conversation"));

    public static string English(Figures figures, bool withheld) => withheld || figures.Conversations == 0
        ? "The customer's view: too few conversations to say anything."
        : "The customer's view: " + Joined(
            Say(Unmet(figures), share => $"{Percent(share, CultureInfo.InvariantCulture)} left without a solution"),
            Say(figures.EndValence.Mean, valence => $"the mood at the end is {valence.ToString("+0.00;-0.00;0", CultureInfo.InvariantCulture)} (from -1 to 1)"),
            Say(figures.Effort.Mean, effort => $"the effort is {effort.ToString("0.0", CultureInfo.InvariantCulture)} points a conversation"));

    private static double? Unmet(Figures figures) =>
        (double)(figures.Outcomes.GetValueOrDefault("Unresolved") + figures.Outcomes.GetValueOrDefault("Unanswered") - figures.SelfService) / figures.Conversations;

    private static string Percent(double share, CultureInfo culture) => string.Create(culture, $"{100 * share:0} %");

    private static string? Say(double? value, Func<double, string> words) => value is { } number ? words(number) : null;

    private static string Joined(params string?[] parts) => string.Join("; ", parts.OfType<string>()) + ".";
}
