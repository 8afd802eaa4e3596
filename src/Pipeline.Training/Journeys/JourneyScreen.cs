using System.Globalization;
using Spectre.Console;

namespace Pipeline.Training.Journeys;

/// <summary>Shows what was measured of journeys to a person.</summary>
internal static class JourneyScreen
{
    private static readonly string[] Columns = ["rows", "of", "trigger", "repair", "both", "arc", "cause", "thanks", "delight"];

    /// <summary>Shows the figures of all, of each language, and, of conversations written for this, of the part held back beside the rest.</summary>
    public static void Show(IAnsiConsole console, IReadOnlyList<JudgedJourney> judged)
    {
        var table = new Table().Title("journeys").Border(TableBorder.Minimal);
        table.AddColumns([.. Columns.Select(name => new TableColumn(name).NoWrap())]);
        Add(table, "all", judged);
        foreach (var language in judged.GroupBy(journey => journey.Labelled.SpokenLanguage ?? "und").OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Add(table, language.Key, [.. language]);
            foreach (var part in language.Where(journey => journey.Labelled.Labels is not null).GroupBy(journey => journey.Labelled.IsHeldBack).OrderBy(group => group.Key))
            {
                Add(table, $"{language.Key} {(part.Key ? "held back" : "made on")}", [.. part]);
            }
        }

        console.Write(table);
    }

    /// <summary>Shows the conversations where trigger or repair are elsewhere.</summary>
    public static void ShowWrong(IAnsiConsole console, IReadOnlyList<JudgedJourney> judged)
    {
        var table = new Table().Title("elsewhere").Border(TableBorder.Minimal);
        table.AddColumns("conversation", "arc", "trigger", "said", "repair", "said");
        foreach (var journey in judged.Where(journey => !journey.TriggerRight || !journey.RepairRight))
        {
            table.AddRow(
                Markup.Escape(journey.Labelled.Id), journey.Labels.Arc ?? "", Turn(journey.Labels.TriggerTurn), Turn(journey.Said.Trigger?.Turn),
                Turn(journey.Labels.RepairTurn), Turn(journey.Said.Repair?.Turn));
        }

        console.Write(table);
    }

    /// <summary>Shows fitted weights.</summary>
    public static void Show(IAnsiConsole console, IReadOnlyList<string> names, IReadOnlyList<double> weights)
    {
        var table = new Table().Title("weights").Border(TableBorder.Minimal);
        table.AddColumns("what", "weight");
        for (var index = 0; index < names.Count; index++)
        {
            table.AddRow(names[index], weights[index].ToString("0.00", CultureInfo.InvariantCulture));
        }

        console.Write(table);
    }

    private static void Add(Table table, string of, IReadOnlyList<JudgedJourney> judged)
    {
        var measured = JourneyMeasurement.Of(judged);
        table.AddRow(
            judged.Count.ToString(CultureInfo.InvariantCulture), of, Number(measured.Trigger), Number(measured.Repair), Number(measured.Both),
            Number(measured.Arc), Number(measured.Cause), Number(measured.Thanks), Number(measured.Delight));
    }

    private static string Turn(int? turn) => turn?.ToString(CultureInfo.InvariantCulture) ?? "–";

    private static string Number(double? value) => value is { } number ? number.ToString("0.000", CultureInfo.InvariantCulture) : "";
}
