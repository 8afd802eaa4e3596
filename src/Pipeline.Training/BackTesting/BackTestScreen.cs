using System.Globalization;
using Pipeline.Messages;
using Pipeline.Training.Routing;
using Spectre.Console;

namespace Pipeline.Training.BackTesting;

/// <summary>Shows in the terminal what a back-test found.</summary>
internal static class BackTestScreen
{
    private const int MostCauses = 3;
    private const int MostText = 80;

    /// <summary>Shows the report.</summary>
    public static void Show(IAnsiConsole console, BackTestTally tally)
    {
        console.WriteLine(TerminalText.Plain($"rules {tally.Before} against {tally.After}"));
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{tally.Conversations} conversations, {tally.Points} decisions: {tally.PointsChanged} change, in {tally.ConversationsChanged} conversations."));
        if (tally.Unknown > 0)
        {
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{tally.Unknown} decisions are not compared: only the last one of a conversation is stored. --against compares all with those of other rules."));
        }

        ShowKinds(console, tally);
        ShowAccuracy(console, tally);
        foreach (var example in tally.Examples)
        {
            ShowExample(console, example);
        }
    }

    private static void ShowKinds(IAnsiConsole console, BackTestTally tally)
    {
        var table = new Table().Title("what changes").Border(TableBorder.Minimal).AddColumns("change", "decisions", "conversations", "caused by");
        foreach (var count in tally.Kinds)
        {
            var causes = count.Causes.ToList();
            var others = causes.Count > MostCauses ? string.Create(CultureInfo.InvariantCulture, $", {causes.Count - MostCauses} others") : "";
            var text = string.Join(", ", causes.Take(MostCauses).Select(cause => $"{cause.Cause} ({Number(cause.Points)})")) + others;
            table.AddRow(TerminalText.Cell(count.Kind), Number(count.Points), Number(count.Conversations), TerminalText.Cell(text));
        }

        if (table.Rows.Count > 0)
        {
            console.Write(table);
        }
    }

    private static void ShowAccuracy(IAnsiConsole console, BackTestTally tally)
    {
        if (tally is not { RightBefore: { } before, RightAfter: { } after })
        {
            return;
        }

        var table = new Table().Title("right by the labels, after the last message").Border(TableBorder.Minimal);
        table.AddColumns("rules", "cases", "skill", "hard F1", "hard right", "urgent F1");
        Row("old", before);
        Row("new", after);
        console.Write(table);

        void Row(string name, RoutingMeasurement measured) => table.AddRow(
            name, Number(measured.Cases), Share(measured.Skill), Share(measured.HardF1), Share(measured.HardRight), Share(measured.UrgentF1));
    }

    private static void ShowExample(IAnsiConsole console, ChangeExample example)
    {
        var kinds = string.Join(", ", example.Changes.Select(change => change.Kind));
        var text = example.Text.Length > MostText ? example.Text[..MostText] + "…" : example.Text;
        console.WriteLine(TerminalText.Plain(string.Create(CultureInfo.InvariantCulture, $"{example.Conversation}, message {example.Message}: {kinds}")));
        console.WriteLine(TerminalText.Plain($"    \"{text}\""));
        console.WriteLine(TerminalText.Plain($"    old: {Text(example.Old)}"));
        console.WriteLine(TerminalText.Plain($"    new: {Text(example.Now)}"));
    }

    private static string Text(RoutingDecision decision)
    {
        var urgent = decision.Urgent ? ", urgent" : "";
        var reasons = string.Join(", ", decision.Reasons.Select(reason => $"{reason.Rule} {Figure(reason.Weight)}"));
        return $"{(decision.Hard ? "hard" : "not hard")} ({Figure(decision.Difficulty)}), level {Number(decision.Level)}, {decision.Skill}{urgent}, priority "
            + $"{Figure(decision.Priority)}; {(reasons.Length > 0 ? reasons : "no rule holds")}";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Figure(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Share(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
