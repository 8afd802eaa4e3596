using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// A text as the finders read it: zero-width characters left out, so that they hide nothing, once as written and once folded
/// (<see cref="Folding"/>). Positions are those of this view.
/// </summary>
internal sealed class ScanText
{
    private readonly char[] _written;
    private readonly char[] _folded;
    private readonly int[]? _origins;

    public ScanText(string text)
    {
        var hidden = 0;
        foreach (var character in text)
        {
            hidden += IsHidden(character) ? 1 : 0;
        }

        Source = text;
        Length = text.Length - hidden;
        _written = new char[Length];
        _folded = new char[Length];
        _origins = hidden > 0 ? new int[Length + 1] : null;
        Fill();
        Groups = HasDigit ? DigitGroup.ReadAll(_folded) : [];
    }

    /// <summary>The text itself.</summary>
    public string Source { get; }

    /// <summary>How many characters the view has.</summary>
    public int Length { get; }

    /// <summary>Whether there is any digit: without one, most kinds cannot occur.</summary>
    public bool HasDigit { get; private set; }

    /// <summary>The runs of digits, in order.</summary>
    public List<DigitGroup> Groups { get; }

    /// <summary>The characters as written.</summary>
    public ReadOnlySpan<char> Written => _written;

    /// <summary>The folded characters.</summary>
    public ReadOnlySpan<char> Folded => _folded;

    /// <summary>The folded character at a position; a line feed beyond either end.</summary>
    public char At(int position) => (uint)position < (uint)_folded.Length ? _folded[position] : '\n';

    /// <summary>Whether a letter or digit stands at a position.</summary>
    public bool IsWord(int position) => char.IsLetterOrDigit(At(position));

    /// <summary>Whether the character at a position was written as a capital.</summary>
    public bool IsCapital(int position) => (uint)position < (uint)_written.Length && char.IsUpper(_written[position]);

    /// <summary>The index of the run of digits that starts at a position; -1 when none does.</summary>
    public int GroupAt(int start)
    {
        var (low, high) = (0, Groups.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Groups[middle].Start == start)
            {
                return middle;
            }

            (low, high) = Groups[middle].Start < start ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>The position in the source.</summary>
    public int Origin(int position) => _origins is null ? position : _origins[position];

    /// <summary>The end of the word that begins at a position: letters, digits, and hyphens or apostrophes between them.</summary>
    public int WordEnd(int position, int reach)
    {
        var end = position;
        while (end - position < reach && (IsWord(end) || (At(end) is '-' or '\'' && end > position && IsWord(end + 1))))
        {
            end++;
        }

        return end;
    }

    /// <summary>The start of the run of letters and digits that ends before a position.</summary>
    public int WordStart(int end, int reach)
    {
        var start = end;
        while (end - start < reach && IsWord(start - 1))
        {
            start--;
        }

        return start;
    }

    private static bool IsHidden(char character) => character is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD';

    private void Fill()
    {
        var position = 0;
        for (var index = 0; index < Source.Length; index++)
        {
            var character = Source[index];
            if (IsHidden(character))
            {
                continue;
            }

            _written[position] = character;
            _folded[position] = Folding.Fold(character);
            HasDigit |= char.IsAsciiDigit(_folded[position]);
            if (_origins is not null)
            {
                _origins[position] = index;
            }

            position++;
        }

        if (_origins is not null)
        {
            _origins[position] = Source.Length;
        }
    }
}
