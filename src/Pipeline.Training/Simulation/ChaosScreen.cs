using System.Globalization;
using Spectre.Console;

namespace Pipeline.Training.Simulation;

/// <summary>Shows in the terminal what a run through a bad network came to.</summary>
internal static class ChaosScreen
{
    private const int MostFaults = 10;

    public static void Print(IAnsiConsole console, ChaosReport report)
    {
        var table = new Table().HideHeaders().AddColumns("what", "value");
        var plan = report.Plan;
        Row("conversations / happenings", $"{report.Conversations} / {report.Happenings}");
        Row("copies dropped / repeated", $"{plan.Dropped} / {plan.Repeated}");
        Row("copies delayed / reordered", $"{plan.Delayed} / {plan.Reordered}");
        Row("copies that arrived", $"{report.Accepted} of {plan.Deliveries.Count}");
        Row("happenings lost on the way", $"{plan.Lost.Count}");
        Row("found by the sweep", $"{report.Found}");
        Row("saved only by the sweep", $"{report.Saved}");
        Row("callbacks taken", $"{report.Callbacks}");
        Row("transcripts equal the truth", $"{(report.Faults.Count == 0 ? "yes" : "no")}");
        foreach (var fault in report.Faults.Take(MostFaults))
        {
            Row(string.Empty, $"{fault}");
        }

        console.Write(table);

        void Row(string what, FormattableString value) =>
            table.AddRow(Markup.Escape(what), Markup.Escape(value.ToString(CultureInfo.InvariantCulture)));
    }
}
