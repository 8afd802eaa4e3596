using System.Globalization;
using Spectre.Console;

namespace Pipeline.Training.Rescoring;

/// <summary>Shows in the terminal what a run found.</summary>
internal static class RescoreScreen
{
    // A screen holds no more; the line of JSON tells all kinds, and the file of --out all there is.
    private const int MostTransitions = 5;
    private const int MostNamed = 5;
    private const int MostText = 80;

    /// <summary>Runs with a bar, a step a day.</summary>
    public static Task ProgressAsync(IAnsiConsole console, int days, Func<Action<RescoreLine>, Task> runAsync) => console.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(context =>
        {
            var bar = context.AddTask("days", maxValue: Math.Max(1, days));
            bar.Increment(days == 0 ? 1 : 0);
            return runAsync(line => bar.Increment(line is DayLine ? 1 : 0));
        });

    /// <summary>Shows the report.</summary>
    public static void Show(IAnsiConsole console, RescoreTally tally)
    {
        var asked = tally.Asked;
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{asked.Scorer} ({asked.Fingerprint}) against what is stored, conversations that started from {asked.Since:yyyy-MM-dd} to "
            + $"{asked.Until:yyyy-MM-dd}{(asked.Brand is { } brand ? $", brand {TerminalText.Plain(brand)}" : "")}; valence within {asked.Tolerance} is the same."));
        console.WriteLine($"{tally.Conversations} conversations, {tally.All.Messages} messages of customers with a score.");
        ShowScorers(console, tally);
        ShowFields(console, "what changes of messages", tally.Messages);
        if (tally.ConversationsChanged > 0)
        {
            ShowFields(console, "what changes of conversations", tally.ChangedConversations);
            console.WriteLine($"{tally.ConversationsChanged} conversations would have gone otherwise: {Names(tally.ConversationsNamed, tally.ConversationsChanged)}");
        }

        foreach (var (reason, (count, named)) in tally.Unscored)
        {
            console.WriteLine($"Not scored again, {reason}: {count}: {Names(named, count)}");
        }
    }

    private static void ShowScorers(IAnsiConsole console, RescoreTally tally)
    {
        var table = new Table().Border(TableBorder.Minimal).AddColumns("stored by", "messages", "identical", "same but for numbers", "changed");
        foreach (var (scorer, agreement) in tally.Scorers)
        {
            Row(scorer, agreement);
        }

        if (tally.Scorers.Count != 1)
        {
            Row("all", tally.All);
        }

        console.Write(table);

        void Row(string name, Agreement of) =>
            table.AddRow(TerminalText.Cell(name), Number(of.Messages), Number(of.Identical), Number(of.Within), Number(of.Changed));
    }

    private static void ShowFields(IAnsiConsole console, string title, TransitionTally tally)
    {
        var table = new Table().Title(title).Border(TableBorder.Minimal).AddColumns("field", "count", "from → to", "such as");
        foreach (var field in tally.Fields)
        {
            table.AddRow(TerminalText.Cell(field.Key), Number(field.Sum(transition => transition.Count)), "", "");
            foreach (var transition in field.Take(MostTransitions))
            {
                table.AddRow("", Number(transition.Count), TerminalText.Cell(Change(transition)), TerminalText.Cell(Example(transition.Examples[0])));
            }

            var others = field.Skip(MostTransitions).ToList();
            if (others.Count > 0)
            {
                table.AddRow("", Number(others.Sum(transition => transition.Count)), $"… and {Number(others.Count)} others", "");
            }
        }

        if (table.Rows.Count > 0)
        {
            console.Write(table);
        }
    }

    private static string Change(Transition transition) => (transition.Field, transition.From, transition.To) switch
    {
        (FieldChange.Valence, _, var to) => to!,
        var (_, from, to) => $"{from ?? "–"} → {to ?? "–"}",
    };

    private static string Example(ChangeExample example) => example.Text switch
    {
        null => example.Place,
        { Length: > MostText } text => $"{example.Place} \"{text[..MostText]}…\"",
        var text => $"{example.Place} \"{text}\"",
    };

    private static string Names(IReadOnlyList<string> names, int count) =>
        TerminalText.Plain(string.Join(", ", names.Take(MostNamed))) + (count > MostNamed ? $" and {Number(count - MostNamed)} more" : "");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
