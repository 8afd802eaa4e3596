using System.Globalization;
using System.Text;

namespace Pipeline.Capture.Platforms.Notes;

/// <summary>What an advisor is told of an outcome, before a platform's markup.</summary>
/// <param name="Reference">Names the note: a note that says the same has the same reference, and is not left twice.</param>
/// <param name="French">Whether it is in French, else English.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Aside">What stands beside the title.</param>
/// <param name="Items">What it says, in order.</param>
public sealed record AdvisorNote(string Reference, bool French, string Title, string Aside, IReadOnlyList<NoteItem> Items)
{
    /// <summary>What stands below the title; null for nothing.</summary>
    public string? Standing { get; init; }

    /// <summary>The note as a platform shows it. It ends with the reference, by which it is found again.</summary>
    public string Write(NoteMarkup markup)
    {
        var lines = new StringBuilder()
            .Append(markup.StrongStart).Append(markup.Text(Title)).Append(markup.StrongEnd).Append(" – ").Append(markup.Text(Aside))
            .Append(markup.LineBreak);
        if (Standing is not null)
        {
            lines.Append(markup.Text(Standing)).Append(markup.LineBreak);
        }

        foreach (var item in Items)
        {
            Append(lines.Append(markup.LineBreak), item, markup);
        }

        if (Items is not [.., { Number: not null }])
        {
            lines.Append(markup.LineBreak);
        }

        return lines.Append(markup.LineBreak).Append(French ? "réf. " : "ref. ").Append(Reference).ToString();
    }

    private void Append(StringBuilder lines, NoteItem item, NoteMarkup markup)
    {
        lines.Append(item.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number}. ") : item.IsReason ? "- " : "")
            .Append(markup.Text(item.Text));
        if (item.Missing is { } missing)
        {
            lines.Append(markup.LineBreak).Append(markup.Indent)
                .Append(markup.StrongStart).Append(French ? "À compléter" : "To fill in").Append(markup.StrongEnd).Append(French ? " : " : ": ")
                .Append(markup.Text(missing));
        }

        if (item.Source is { } source)
        {
            lines.Append(markup.LineBreak).Append(markup.Indent).Append('(').Append(markup.Text(source)).Append(')');
        }

        if (item.Number is not null)
        {
            lines.Append(markup.LineBreak);
        }
    }
}

/// <summary>One thing that a note says.</summary>
/// <param name="Text">The text.</param>
public sealed record NoteItem(string Text)
{
    /// <summary>Its place among the suggestions, from 1; null where it is none.</summary>
    public int? Number { get; init; }

    /// <summary>Whether it is a reason.</summary>
    public bool IsReason { get; init; }

    /// <summary>The blanks that the advisor must fill in; null where there are none.</summary>
    public string? Missing { get; init; }

    /// <summary>Where a suggestion comes from, and how well it fits.</summary>
    public string? Source { get; init; }
}
