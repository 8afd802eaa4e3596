using System.Text.Json;
using Spectre.Console;

namespace Pipeline.Training.DeadLetters;

/// <summary>Shows dead letters in the terminal.</summary>
public static class DeadLetterScreen
{
    private static readonly string[] Columns =
        ["number", "kind", "conversation", "reason", "description", "deliveryCount", "enqueuedAt", "failedAt"];

    /// <summary>Shows the dead letters of a source as a table.</summary>
    public static void List(IAnsiConsole console, string source, IReadOnlyList<JsonElement> letters)
    {
        console.MarkupLineInterpolated($"[bold]{source}[/]: {letters.Count}");
        if (letters.Count == 0)
        {
            return;
        }

        var table = new Table();
        table.AddColumns(Columns);
        foreach (var letter in letters)
        {
            table.AddRow([.. Columns.Select(column => letter.TryGetProperty(column, out var value) ? TerminalText.Cell(value.ToString()) : "")]);
        }

        console.Write(table);
    }

    /// <summary>Shows one dead letter, a value a line.</summary>
    public static void Show(IAnsiConsole console, JsonElement letter)
    {
        var table = new Table().HideHeaders().AddColumns("what", "value");
        foreach (var property in letter.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Object)
            {
                table.AddRow(Markup.Escape(property.Name), TerminalText.Cell(property.Value.ToString()));
                continue;
            }

            foreach (var inner in property.Value.EnumerateObject())
            {
                table.AddRow(Markup.Escape($"{property.Name} {inner.Name}"), TerminalText.Cell(inner.Value.ToString()));
            }
        }

        console.Write(table);
    }
}
