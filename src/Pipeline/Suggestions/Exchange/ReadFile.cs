using System.Text.Json;
using Pipeline.Suggestions.Editing;

namespace Pipeline.Suggestions.Exchange;

/// <summary>What a file was read as: its texts, and everything that is wrong with it so far.</summary>
public sealed class ReadFile<TText>
    where TText : EditedText
{
    /// <summary>The texts by their rows; none of them is checked yet.</summary>
    public List<(int Row, TText Text)> Texts { get; } = [];

    /// <summary>What could not be read.</summary>
    public List<ImportProblem> Problems { get; } = [];

    /// <summary>Adds the text of a row, or what keeps it from being read.</summary>
    internal void Add(int row, Func<TText?> read)
    {
        try
        {
            if (read() is { } text)
            {
                Texts.Add((row, text));
            }
            else
            {
                Problems.Add(new(row, null, null, "There is no text here."));
            }
        }
        catch (JsonException exception)
        {
            var field = exception.Path?.TrimStart('$', '.');
            Problems.Add(new(row, string.IsNullOrEmpty(field) ? null : field, null, "There is no such field, or it is of another kind."));
        }
    }
}
