using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.PersonalData.References;

/// <summary>Reads the words beside a number for what it is.</summary>
internal static class ReferenceCues
{
    private const int Close = 7;
    private const int Far = 12;
    private const int Reach = 90;

    private static readonly WordSet Clubs = new("store loyalty club membership library reward rewards member gym bus travel points");

    /// <summary>The kind that is named close before a place, over small words alone; null when none is.</summary>
    /// <param name="numbered">Whether "n°", "ref" and the like are among them.</param>
    /// <param name="apart">How many words stand between.</param>
    public static string? Before(ScanText text, int start, out bool numbered, out int apart)
    {
        (numbered, apart) = (false, 0);
        var position = start;
        for (; apart < Close; apart++)
        {
            if (!Back(text, start, ref position, out var word))
            {
                break;
            }

            if (KindOf(word) is { } kind)
            {
                return kind;
            }

            // An insurance policy in French, and not the police's reference.
            if (word is "police" && text.Folded[position..start] is not ['p', 'o', 'l', 'i', 'c', 'e', ' ', 'r', ..])
            {
                return PersonalDataKind.ContractNumber;
            }

            // "Store card 98264 41107"; a card alone may be any.
            if (word is "card" && Back(text, start, ref position, out var which))
            {
                return Clubs.Contains(which) ? PersonalDataKind.ContractNumber : null;
            }

            numbered |= ReferenceWords.Number.Contains(word);
            if (!ReferenceWords.Fillers.Contains(word))
            {
                break;
            }
        }

        return null;
    }

    /// <summary>The kind that is named last before a place in its sentence; null when none is, or a thing is named nearer.</summary>
    public static string? FarBefore(ScanText text, int start, out bool thing)
    {
        thing = false;
        var position = start;
        for (var words = 0; words < Far && Back(text, start, ref position, out var word); words++)
        {
            if (KindOf(word) is { } kind)
            {
                return kind;
            }

            if (words < 4 && ReferenceWords.Things.Contains(word))
            {
                thing = true;
                return null;
            }
        }

        return null;
    }

    /// <summary>The kind that is named behind: "48213377 is my order number"; null when none is.</summary>
    public static string? Behind(ScanText text, int end)
    {
        var (position, says) = (end, false);
        for (var words = 0; words < Close && position - end < Reach / 2; words++)
        {
            while (text.At(position) is ' ' or ',' or '\'' or '(' or ':' or '=')
            {
                says |= text.At(position) is '(' or ':' or '=';
                position++;
            }

            var start = position;
            position = text.WordEnd(start, 20);
            if (position == start)
            {
                return null;
            }

            var word = text.Folded[start..position];
            if (KindOf(word) is { } kind)
            {
                return says ? kind : null;
            }

            says |= word is "est" or "is" or "c'est" or "comme" or "numero" or "number" or "no" or "n";
            if (!ReferenceWords.Fillers.Contains(word) && word is not ("c'est" or "that's" or "comme" or "as"))
            {
                return null;
            }
        }

        return null;
    }

    private static string? KindOf(ReadOnlySpan<char> word) =>
        ReferenceWords.Order.Contains(word) ? PersonalDataKind.OrderNumber
        : ReferenceWords.Contract.Contains(word) ? PersonalDataKind.ContractNumber : null;

    /// <summary>The word before a position, on the same line and in the same sentence; moves the position to its start.</summary>
    private static bool Back(ScanText text, int start, ref int position, out ReadOnlySpan<char> word)
    {
        word = default;
        while (text.At(position - 1) is ' ' or '(' or ')' or '\'' or ',' or '[' or ']' || IsAbbreviation(text, position - 1))
        {
            position--;
        }

        var begin = text.WordStart(position, 20);
        begin = begin == position ? position - 1 : begin;
        if (begin < 0 || start - begin > Reach || text.At(begin) is '\n' or '!' or '?' or ';' or '.')
        {
            return false;
        }

        word = text.Folded[begin..position];
        position = begin;
        return true;
    }

    /// <summary>The dot of "no." and "ref." ends no sentence.</summary>
    private static bool IsAbbreviation(ScanText text, int dot)
    {
        if (text.At(dot) != '.')
        {
            return false;
        }

        var word = text.Folded[text.WordStart(dot, 6)..dot];
        return word is "no" or "n" or "ref" or "num" or "nr" or "acct" or "acc" or "cmd" or "cde" or "inv" or "ord" or "s" or "m";
    }
}
