using System.Text;

namespace Pipeline.Suggestions.Replies;

/// <summary>The places of a text that become slots. The first to claim a place has it.</summary>
/// <param name="plain">The text, by <see cref="PlainText.Of"/>.</param>
internal sealed class SlotEdits(string plain)
{
    private readonly string _folded = PlainText.Fold(plain);
    private readonly List<(int Start, int End, string Slot)> _edits = [];

    /// <summary>Claims a place for a slot.</summary>
    public void Add(int start, int end, string slot)
    {
        if (!_edits.Exists(edit => start < edit.End && edit.Start < end))
        {
            _edits.Add((start, end, slot));
        }
    }

    /// <summary>Claims every place where these words stand as whole words, whatever their capitals and accents.</summary>
    public void AddWords(string words, string slot)
    {
        foreach (var (start, end) in Places(words))
        {
            Add(start, end, slot);
        }
    }

    /// <summary>Whether these words stand in the text as whole words.</summary>
    public bool Has(string words) => Places(words).Any();

    /// <summary>The text with its slots.</summary>
    public string Apply()
    {
        var template = new StringBuilder(plain.Length);
        var written = 0;
        foreach (var (start, end, slot) in _edits.OrderBy(edit => edit.Start))
        {
            template.Append(plain, written, start - written).Append('{').Append(slot).Append('}');
            written = end;
        }

        return template.Append(plain, written, plain.Length - written).ToString();
    }

    private IEnumerable<(int Start, int End)> Places(string words)
    {
        if (PlainText.Of(words) is not { Length: > 0 } wanted)
        {
            yield break;
        }

        var folded = PlainText.Fold(wanted);
        for (var at = _folded.IndexOf(folded, StringComparison.Ordinal); at >= 0; at = _folded.IndexOf(folded, at + 1, StringComparison.Ordinal))
        {
            var end = at + folded.Length;
            if ((at == 0 || !char.IsLetterOrDigit(_folded[at - 1])) && (end == _folded.Length || !char.IsLetterOrDigit(_folded[end])))
            {
                yield return (at, end);
            }
        }
    }
}
