using Spectre.Console;

namespace Pipeline.Training;

/// <summary>Text of others on its way to a terminal: what a customer, a platform or a stage put there must not steer it.</summary>
internal static class TerminalText
{
    /// <summary>The text with a space for each control character.</summary>
    public static string Plain(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));

    /// <summary>The same, for a cell of a table.</summary>
    public static string Cell(string text) => Markup.Escape(Plain(text));
}
