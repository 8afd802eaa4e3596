using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.PersonalData.Names;

/// <summary>A name that the platform gave, in a text.</summary>
internal static class GivenName
{
    private const int Shortest = 2;
    private const int Longest = 80;

    /// <summary>Finds a full name, or a first name together with the capitalised word behind it.</summary>
    public static void Find(ScanText text, string name, Findings findings)
    {
        Span<char> folded = stackalloc char[Longest];
        var wanted = Fold(name, folded);
        for (var start = Next(text, wanted, 0); start >= 0; start = Next(text, wanted, start + wanted.Length))
        {
            var from = start + wanted.Length;
            var end = wanted.Contains(' ') ? from : FamilyNameEnd(text, from);
            if (end > from || wanted.Contains(' '))
            {
                findings.TryAdd(start, end, PersonalDataKind.Name, new string(text.Folded[start..end]));
            }
        }
    }

    /// <summary>Keeps the finder of names from a first name alone: it stands beside every message anyway.</summary>
    public static void Keep(ScanText text, string name, Findings findings)
    {
        Span<char> folded = stackalloc char[Longest];
        var wanted = Fold(name, folded);
        for (var start = Next(text, wanted, 0); start >= 0; start = Next(text, wanted, start + wanted.Length))
        {
            findings.Protect(start, start + wanted.Length);
        }
    }

    /// <summary>The folded name; empty when it is too short or too long to be looked for.</summary>
    private static ReadOnlySpan<char> Fold(string name, Span<char> folded)
    {
        var trimmed = name.AsSpan().Trim();
        if (trimmed.Length is < Shortest or > Longest)
        {
            return [];
        }

        for (var index = 0; index < trimmed.Length; index++)
        {
            folded[index] = Folding.Fold(trimmed[index]);
        }

        return folded[..trimmed.Length];
    }

    /// <summary>Where it stands next as a word or words of its own; -1 when it does not.</summary>
    private static int Next(ScanText text, ReadOnlySpan<char> wanted, int from)
    {
        while (wanted.Length > 0)
        {
            var at = text.Folded[from..].IndexOf(wanted);
            if (at < 0)
            {
                break;
            }

            from += at + wanted.Length;
            if (!text.IsWord(from - wanted.Length - 1) && !text.IsWord(from))
            {
                return from - wanted.Length;
            }
        }

        return -1;
    }

    private static int FamilyNameEnd(ScanText text, int end)
    {
        var start = end + 1;
        if (text.At(end) != ' ' || !text.IsCapital(start))
        {
            return end;
        }

        var last = text.WordEnd(start, 30);
        return last - start < 2 || (NameLexicon.Of(text.Folded[start..last]) & (NameRole.Ordinary | NameRole.Small)) != 0 ? end : last;
    }
}
