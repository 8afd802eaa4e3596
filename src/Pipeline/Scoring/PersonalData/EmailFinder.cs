using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// E-mail addresses, also with a space beside the sign, or with "(at)" or "arobase" for it and "point" or "dot" for the last dot.
/// </summary>
internal sealed class EmailFinder : IFinder
{
    private const int LongestLocal = 64;
    private const int LongestDomain = 120;

    private static readonly string[] SpelledSigns =
    [
        "(at)", "[at]", " arobase ", " arrobase ", " arobaze ", " arobas ", " (at) ", " [at] ", " at sign ", "(arobase)", " (arobase) ", "(a)",
    ];

    // "look at this dot matrix" is no address.
    private static readonly WordSet TopDomains = new("com net org fr co uk be ch ca eu io info me ie us de es it pt gov edu biz");

    private static readonly string[] SpelledMarks = [" point ", " dot ", " tiret bas ", " tiret ", " underscore ", " dash ", " hyphen "];

    private static readonly string[] SpelledDots = ["(dot)", "[dot]", " (dot) ", " [dot] ", "(point)", "[point]", " (point) ", " [point] "];

    public void Find(ScanText text, Findings findings)
    {
        for (var position = 0; position < text.Length; position++)
        {
            switch (text.At(position))
            {
                case '@':
                    TryAdd(text, findings, position, position + 1);
                    break;
                case ' ' or '(' or '[':
                    foreach (var sign in SpelledSigns)
                    {
                        if (text.Folded[position..].StartsWith(sign, StringComparison.Ordinal)
                            && TryAdd(text, findings, position, position + sign.Length))
                        {
                            break;
                        }
                    }

                    // "josh at example dot com": the sign is a common word, the dot behind it is none; nor is that of "j.smith at example.com" before it.
                    if (text.Folded[position..].StartsWith(" at ", StringComparison.Ordinal)
                        && (HasSpelledDot(text, position + 4) || (HasMark(text, position) && HasDot(text, position + 4))))
                    {
                        TryAdd(text, findings, position, position + 4);
                    }
                    else if (text.Folded[position..].StartsWith(" chez ", StringComparison.Ordinal) && HasMark(text, position) && HasDot(text, position + 6))
                    {
                        TryAdd(text, findings, position, position + 6);
                    }

                    break;
            }
        }
    }

    private static bool HasSpelledDot(ScanText text, int domain)
    {
        var end = text.WordEnd(domain, 40);
        if (!text.Folded[Math.Min(end, text.Length)..].StartsWith(" dot ", StringComparison.Ordinal))
        {
            return false;
        }

        var last = end + " dot ".Length;
        return TopDomains.Contains(text.Folded[last..text.WordEnd(last, 8)]);
    }

    /// <summary>Whether the word that ends at a place has a dot or an underscore within, as words have not.</summary>
    private static bool HasMark(ScanText text, int end)
    {
        var start = end;
        while (end - start < LongestLocal && IsLocal(text.At(start - 1)))
        {
            start--;
        }

        return start < end && text.IsWord(end - 1) && text.Folded[start..end].IndexOfAny('.', '_') > 0;
    }

    private static bool HasDot(ScanText text, int domain)
    {
        var end = text.WordEnd(domain, 40);
        return end > domain && text.At(end) == '.' && TopDomains.Contains(text.Folded[(end + 1)..text.WordEnd(end + 1, 8)]);
    }

    private static bool TryAdd(ScanText text, Findings findings, int signStart, int signEnd)
    {
        var localEnd = text.At(signStart - 1) == ' ' ? signStart - 1 : signStart;
        var start = localEnd;
        while (localEnd - start < LongestLocal && IsLocal(text.At(start - 1)))
        {
            start--;
        }

        start = SpelledStart(text, start, localEnd);
        while (start < localEnd && !text.IsWord(start))
        {
            start++;
        }

        var domain = text.At(signEnd) == ' ' ? signEnd + 1 : signEnd;
        var end = DomainEnd(text, domain);
        if (start == localEnd || end < 0)
        {
            return false;
        }

        var value = string.Concat(Spelled(text.Folded[start..localEnd]), "@", Spelled(text.Folded[domain..end]));
        return findings.TryAdd(start, end, PersonalDataKind.Email, value);
    }

    /// <summary>Where a local part with spelled marks begins: "jean point dupont".</summary>
    private static int SpelledStart(ScanText text, int start, int localEnd)
    {
        for (var found = true; found && localEnd - start < LongestLocal;)
        {
            found = false;
            foreach (var mark in SpelledMarks)
            {
                var from = start - mark.Length;
                if (from > 0 && text.IsWord(from - 1) && text.Folded[from..start].SequenceEqual(mark))
                {
                    start = text.WordStart(from, LongestLocal);
                    found = true;
                    break;
                }
            }
        }

        return start;
    }

    private static bool IsLocal(char character) => char.IsLetterOrDigit(character) || character is '.' or '_' or '%' or '+' or '-';

    private static string Spelled(ReadOnlySpan<char> part) =>
        part.ToString().Replace(" point ", ".", StringComparison.Ordinal).Replace(" dot ", ".", StringComparison.Ordinal)
            .Replace(" tiret bas ", "_", StringComparison.Ordinal).Replace(" underscore ", "_", StringComparison.Ordinal)
            .Replace(" tiret ", "-", StringComparison.Ordinal).Replace(" dash ", "-", StringComparison.Ordinal)
            .Replace(" hyphen ", "-", StringComparison.Ordinal).Replace(" . ", ".", StringComparison.Ordinal);

    /// <summary>The end of a domain whose last label is two letters or more; -1 when there is none.</summary>
    private static int DomainEnd(ScanText text, int start)
    {
        var best = -1;
        var position = start;
        while (position - start < LongestDomain)
        {
            var label = position;
            while (position - start < LongestDomain && (text.IsWord(position) || text.At(position) == '-'))
            {
                position++;
            }

            if (position == label)
            {
                break;
            }

            if (label > start && position - label >= 2 && char.IsLetter(text.At(label)) && char.IsLetter(text.At(label + 1)))
            {
                best = position;
            }

            var dot = DotLength(text, position);
            if (dot == 0)
            {
                break;
            }

            position += dot;
        }

        return best;
    }

    private static int DotLength(ScanText text, int position)
    {
        if (text.At(position) == '.')
        {
            return 1;
        }

        // "exemple,fr" is a slip.
        if (text.At(position) == ',')
        {
            return text.WordEnd(position + 1, 8) is var end && end > position + 1 && TopDomains.Contains(text.Folded[(position + 1)..end]) ? 1 : 0;
        }

        var rest = text.Folded[Math.Min(position, text.Length)..];
        foreach (var dot in SpelledDots)
        {
            if (rest.StartsWith(dot, StringComparison.Ordinal))
            {
                return dot.Length;
            }
        }

        return rest.StartsWith(" point ", StringComparison.Ordinal) ? 7 : rest.StartsWith(" dot ", StringComparison.Ordinal) ? 5
            : rest.StartsWith(" . ", StringComparison.Ordinal) && text.WordEnd(position + 3, 8) - position - 3 is 2 or 3 ? 3 : 0;
    }
}
