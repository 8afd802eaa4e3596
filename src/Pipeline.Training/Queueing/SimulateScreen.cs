using System.Globalization;
using Spectre.Console;

namespace Pipeline.Training.Queueing;

/// <summary>Shows in the terminal how policies compare.</summary>
internal static class SimulateScreen
{
    private const int AcrossScreen = 4;

    /// <summary>Runs with a bar.</summary>
    public static PolicyComparison Progress(IAnsiConsole console, int days, Func<Action, PolicyComparison> run) => console.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
        .Start(context =>
        {
            var bar = context.AddTask("days", maxValue: days);
            return run(() => bar.Increment(1));
        });

    /// <summary>Shows the report.</summary>
    public static void Show(IAnsiConsole console, PolicyComparison comparison, IReadOnlyList<StaffingHour> staffing)
    {
        console.WriteLine(TerminalText.Plain(string.Create(
            CultureInfo.InvariantCulture,
            $"{comparison.Scenario.Name}: {comparison.Seeds} days for each policy, {comparison.Conversations} conversations in all; mean over the days ± half of the 95 % interval.")));
        foreach (var policy in comparison.Policies)
        {
            console.WriteLine($"{policy}: {QueuePolicies.Says(policy)}");
        }

        ShowFigures(console, comparison);
        ShowDifferences(console, comparison);
        ShowFairness(console, comparison);
        ShowStaffing(console, comparison, staffing);
    }

    private static void ShowFigures(IAnsiConsole console, PolicyComparison comparison)
    {
        foreach (var measures in Measure.All.Chunk(AcrossScreen))
        {
            var table = Table("figures of a day", ["policy", .. measures.Select(measure => measure.Title)]);
            foreach (var policy in comparison.Policies)
            {
                table.AddRow([policy, .. measures.Select(measure => Text(comparison.Of(policy, measure)))]);
            }

            console.Write(table);
        }
    }

    private static void ShowDifferences(IAnsiConsole console, PolicyComparison comparison)
    {
        var first = comparison.Policies[0];
        foreach (var measures in Measure.All.Chunk(AcrossScreen).Where(_ => comparison.Policies.Count > 1))
        {
            var table = Table($"{first} less the other, same customers and advisors", ["other", .. measures.Select(measure => measure.Title)]);
            foreach (var other in comparison.Policies.Skip(1))
            {
                table.AddRow([other, .. measures.Select(measure => Ends(comparison.Difference(first, other, measure)))]);
            }

            console.Write(table);
        }
    }

    private static void ShowFairness(IAnsiConsole console, PolicyComparison comparison)
    {
        var table = Table(
            "mean waits of groups: longest by shortest, and Jain's index", ["policy", .. Fairness.Groups.Select(group => $"by {group.Name}")]);
        foreach (var policy in comparison.Policies)
        {
            table.AddRow([policy, .. Fairness.Groups.Select(group => Text(comparison.FairnessOf(policy, group.Of)))]);
        }

        console.Write(table);
    }

    private static void ShowStaffing(IAnsiConsole console, PolicyComparison comparison, IReadOnlyList<StaffingHour> staffing)
    {
        var first = comparison.Policies[0];
        var table = Table(
            $"staffing: mean waits by the formula for one pool and for parts, and {first} simulated",
            "hour", "arrivals", "advisors", "use, %", "one pool", "parts", "simulated", "gave up, %", "needed");
        foreach (var hour in staffing)
        {
            var (wait, gaveUp) = comparison.HourOf(first, hour.Hour);
            table.AddRow(
                Number(hour.Hour), Figure(hour.Arrivals), Number(hour.Advisors), Figure(100 * hour.Use), Figure(hour.OnePool.MeanWait),
                Figure(hour.Parted.MeanWait), Figure(wait), Figure(100 * gaveUp), $"{Needed(hour.Needed.OnePool)} to {Needed(hour.Needed.Parted)}");
        }

        console.Write(table);
    }

    private static Table Table(string title, params string[] columns)
    {
        var table = new Table().Title(title).Border(TableBorder.Minimal);
        table.AddColumns(columns);
        return table;
    }

    private static string Text(Interval interval) => $"{Figure(interval.Mean)} ± {Figure(interval.Half)}";

    private static string Ends(Interval interval) => $"{Figure(interval.Mean)} ({Figure(interval.Low)} to {Figure(interval.High)})";

    private static string Text(Fairness fairness) => $"{(fairness.Ratio is { } ratio ? Figure(ratio) : "–")}; {Figure(fairness.Jain)}";

    private static string Needed(int advisors) => advisors == int.MaxValue ? "no number" : Number(advisors);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Figure(double value) => double.IsFinite(value) ? value.ToString("0.00", CultureInfo.InvariantCulture) : "no end";
}
