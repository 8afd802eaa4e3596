using System.Buffers;

namespace Pipeline.Scoring.PersonalData.Names;

/// <summary>A word of a text.</summary>
/// <param name="Start">Where it starts in the view.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Roles">What it can be.</param>
/// <param name="Case">How it is written.</param>
internal readonly record struct NameToken(int Start, int End, NameRole Roles, NameCase Case)
{
    public bool Is(NameRole roles) => (Roles & roles) != 0;
}

/// <summary>How a word is written.</summary>
internal enum NameCase
{
    /// <summary>Without a capital.</summary>
    Lower,

    /// <summary>With one at its start.</summary>
    Capital,

    /// <summary>In capitals, between words that are not.</summary>
    Capitals,

    /// <summary>In capitals, beside others in capitals: they say nothing.</summary>
    Shouted,
}

/// <summary>
/// The words of a text: letters, with hyphens between them, and "O'Brien". Words that hold digits are ordinary. The array is lent; dispose of it.
/// </summary>
internal readonly ref struct NameTokens : IDisposable
{
    private const int Longest = 40;

    private readonly NameToken[] _tokens;

    public NameTokens(ScanText text)
    {
        _tokens = ArrayPool<NameToken>.Shared.Rent((text.Length / 2) + 1);
        Count = Read(text, _tokens);
        for (var index = 0; index < Count; index++)
        {
            if (_tokens[index].Case == NameCase.Capitals && IsBesideCapitals(index))
            {
                _tokens[index] = _tokens[index] with { Case = NameCase.Shouted };
            }
        }
    }

    /// <summary>How many words there are.</summary>
    public int Count { get; }

    /// <summary>A word; before the first and behind the last an empty one.</summary>
    public NameToken this[int index] => (uint)index < (uint)Count ? _tokens[index] : default;

    /// <summary>Gives the array back.</summary>
    public void Dispose() => ArrayPool<NameToken>.Shared.Return(_tokens);

    private static int Read(ScanText text, NameToken[] tokens)
    {
        var count = 0;
        for (var position = 0; position < text.Length; position++)
        {
            if (!char.IsLetterOrDigit(text.Folded[position]))
            {
                continue;
            }

            var end = End(text, position, out var digits);
            var word = text.Folded[position..end];
            var roles = digits || end - position > Longest ? NameRole.Ordinary : Roles(word);
            tokens[count++] = new(position, end, roles, CaseOf(text, position, end));
            position = end;
        }

        return count;
    }

    private static int End(ScanText text, int start, out bool digits)
    {
        digits = false;
        var end = start;
        while (end < text.Length)
        {
            var character = text.Folded[end];
            if (char.IsLetter(character))
            {
                end++;
            }
            else if (char.IsDigit(character))
            {
                digits = true;
                end++;
            }
            else if ((character == '-' && text.IsWord(end + 1)) || (character == '\'' && IsJoined(text, start, end)))
            {
                end++;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    /// <summary>
    /// "O'Brien", "N'Guessan", and not "l'Europe": a single O, N or M before a capital and a small letter; a small o too, but "o'clock".
    /// </summary>
    private static bool IsJoined(ScanText text, int start, int apostrophe)
    {
        if (apostrophe != start + 1 || !char.IsLetter(text.At(apostrophe + 2)) || text.IsCapital(apostrophe + 2))
        {
            return false;
        }

        return text.At(start) is 'o' && !text.IsCapital(start)
            ? !text.Folded[apostrophe..].StartsWith("'clock", StringComparison.Ordinal)
            : text.At(start) is 'o' or 'n' or 'm' && text.IsCapital(start) && text.IsCapital(apostrophe + 1);
    }

    /// <summary>A word with hyphens that is not known itself is a given name when its parts are names, or short for one: "Marie-Lou", "Jean-Mi".</summary>
    private static NameRole Roles(ReadOnlySpan<char> word)
    {
        var roles = NameLexicon.Of(word);
        if (roles != NameRole.None || word.IndexOf('-') < 0)
        {
            return roles;
        }

        var (names, ordinary) = (true, false);
        foreach (var part in word.Split('-'))
        {
            var role = NameLexicon.Of(word[part]);
            names &= (role & (NameRole.AnyGiven | NameRole.Family)) != 0 || word[part] is "noel" or "mi" or "jo" or "so" or "phi" or "lo" or "do" or "clo";
            ordinary |= (role & (NameRole.Ordinary | NameRole.Small)) != 0 && (role & (NameRole.AnyGiven | NameRole.Family)) == 0;
        }

        return names ? NameRole.Given : ordinary ? NameRole.Ordinary : NameRole.None;
    }

    private static NameCase CaseOf(ScanText text, int start, int end)
    {
        if (!text.IsCapital(start))
        {
            return NameCase.Lower;
        }

        for (var position = start + 1; position < end; position++)
        {
            if (char.IsLower(text.Written[position]))
            {
                return NameCase.Capital;
            }
        }

        return end - start == 1 ? NameCase.Capital : NameCase.Capitals;
    }

    private bool IsBesideCapitals(int index) =>
        this[index - 1].Case >= NameCase.Capitals || this[index + 1].Case >= NameCase.Capitals;
}
