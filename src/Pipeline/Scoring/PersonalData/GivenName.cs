using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.PersonalData;

/// <summary>A name that the platform gave, in a text.</summary>
internal static class GivenName
{
    private const int Shortest = 2;
    private const int Longest = 80;

    /// <summary>Finds a full name, or a first name together with the capitalised word behind it.</summary>
    public static void Find(ScanText text, string name, Findings findings)
    {
        Span<char> folded = stackalloc char[Longest];
        var length = 0;
        foreach (var character in name.AsSpan().Trim())
        {
            if (length == Longest)
            {
                return;
            }

            folded[length++] = Folding.Fold(character);
        }

        if (length < Shortest)
        {
            return;
        }

        var wanted = folded[..length];
        var from = 0;
        for (var at = text.Folded.IndexOf(wanted); at >= 0; at = text.Folded[from..].IndexOf(wanted))
        {
            var start = from + at;
            from = start + length;
            var end = wanted.Contains(' ') ? from : NameWords.End(text, from, 1, lowerToo: false);
            if (!text.IsWord(start - 1) && !text.IsWord(from) && (end > from || wanted.Contains(' ')))
            {
                findings.TryAdd(start, end, PersonalDataKind.Name, new string(text.Folded[start..end]));
            }
        }
    }
}
