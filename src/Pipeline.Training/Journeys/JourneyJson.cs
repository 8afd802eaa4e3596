using System.Text.Json.Nodes;

namespace Pipeline.Training.Journeys;

/// <summary>The figures as one line of JSON, for programs. A part is null where nothing was labelled.</summary>
internal static class JourneyJson
{
    private const int Digits = 4;

    /// <summary>Writes the line: the figures of all, and of each language.</summary>
    public static string Write(IReadOnlyList<JudgedJourney> judged)
    {
        var line = Figures(judged);
        var languages = new JsonObject();
        foreach (var language in judged.GroupBy(journey => journey.Labelled.SpokenLanguage ?? "und").OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            languages[language.Key] = Figures([.. language]);
        }

        line["languages"] = languages;
        return line.ToJsonString();
    }

    private static JsonObject Figures(IReadOnlyList<JudgedJourney> judged)
    {
        var measured = JourneyMeasurement.Of(judged);
        return new()
        {
            ["conversations"] = measured.Conversations,
            ["trigger"] = Number(measured.Trigger),
            ["repair"] = Number(measured.Repair),
            ["both"] = Number(measured.Both),
            ["arc"] = Number(measured.Arc),
            ["cause"] = Number(measured.Cause),
            ["thanks"] = Number(measured.Thanks),
            ["delightF1"] = Number(measured.Delight),
        };
    }

    private static JsonValue? Number(double? value) => value is { } number ? JsonValue.Create(Math.Round(number, Digits)) : null;
}
