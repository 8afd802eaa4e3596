using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// French street lines: a number, a kind of street and its name ("8 bis allée des Sorbiers"), with the postcode and town behind and the
/// building
/// before; a street without a number counts only with its postcode.
/// </summary>
internal sealed class FrenchAddressFinder : IFinder
{
    private const int MostNameWords = 8;

    private static readonly WordSet Streets = new(
        "rue r avenue av ave boulevard boul bd bld blvd impasse imp allee allees chemin chem che route rte quai square sq place pl "
        + "faubourg fbg ruelle venelle esplanade promenade chaussee sentier hameau rond-point traverse montee");

    // Common words too: they count only before a capital, or with a postcode.
    private static readonly WordSet Ambiguous = new(
        "cours passage cite villa voie clos mail cote residence lotissement r place route pl av sq lieu-dit lieudit zone za zi zac domaine bp");

    private static readonly WordSet Links = new("de du des d la le les l a au aux en sur saint sainte st ste");

    private static readonly WordSet Ordinals = new("bis ter quater a b c d");

    public void Find(ScanText text, Findings findings)
    {
        var group = 0;
        for (var position = 0; position < text.Length; position++)
        {
            if (!char.IsLetter(text.At(position)) || text.IsWord(position - 1))
            {
                continue;
            }

            var end = text.WordEnd(position, 16);
            var word = text.Folded[position..end];
            if (Streets.Contains(word) || Ambiguous.Contains(word))
            {
                while (group < text.Groups.Count && text.Groups[group].Start < end)
                {
                    group++;
                }

                TryAdd(text, findings, position, end, group);
            }
        }
    }

    private static void TryAdd(ScanText text, Findings findings, int typeStart, int typeEnd, int nextGroup)
    {
        var number = NumberStart(text, typeStart);
        if (number < 0 && IsEnglish(text, typeStart))
        {
            return;
        }

        var (nameEnd, capital) = ReadName(text, typeEnd);
        nameEnd = findings.FreeEnd(text, typeStart, nameEnd);
        if (nameEnd <= typeEnd)
        {
            return;
        }

        var postcode = Postcode(text, findings, nameEnd, nextGroup);
        if (postcode < 0 && CanadianEnd(text, nameEnd) is > 0 and var canadian && number >= 0)
        {
            var begin = Building.StartOf(text, number, findings);
            findings.TryAdd(begin, canadian, PersonalDataKind.Address, new string(text.Folded[begin..canadian]));
            return;
        }

        var ambiguous = Ambiguous.Contains(text.Folded[typeStart..typeEnd]);
        if (postcode < 0 && number < 0 && NumberBehind(text, nameEnd) is > 0 and var town)
        {
            findings.TryAdd(typeStart, town, PersonalDataKind.Address, new string(text.Folded[typeStart..town]));
            return;
        }

        if (postcode < 0 && (number < 0 || (ambiguous && !capital && !text.Folded[..number].EndsWith("au ", StringComparison.Ordinal))))
        {
            return;
        }

        var start = Building.StartOf(text, number < 0 ? typeStart : number, findings);
        var end = findings.FreeEnd(text, start, postcode < 0 ? Towns.End(text, nameEnd) : FrenchPostcode.TownEnd(text, postcode));
        findings.TryAdd(start, end, PersonalDataKind.Address, new string(text.Folded[start..end]));
    }

    /// <summary>"1600 Pennsylvania Ave": the number and the name stand before.</summary>
    private static bool IsEnglish(ScanText text, int typeStart)
    {
        var name = text.WordStart(typeStart - 1, 24);
        return text.At(typeStart - 1) == ' ' && text.IsCapital(typeStart) && text.IsCapital(name) && text.At(name - 1) == ' ' && char.IsAsciiDigit(text.At(name - 2));
    }

    /// <summary>"Quai des Belges 7, Marseille": the end of the town behind the number behind a name; -1 when that is not there.</summary>
    private static int NumberBehind(ScanText text, int nameEnd)
    {
        var end = nameEnd + 1;
        while (end - nameEnd < 5 && char.IsAsciiDigit(text.At(end)))
        {
            end++;
        }

        var known = text.At(end + 1) == ' ' && text.IsCapital(end + 2) && Towns.IsKnown(text.Folded[(end + 2)..text.WordEnd(end + 2, 24)]);
        return end > nameEnd + 1 && text.At(nameEnd) == ' ' && text.At(end) == ',' && known ? Towns.End(text, end) : -1;
    }

    /// <summary>Where the house number before a kind of street starts; -1 when there is none.</summary>
    private static int NumberStart(ScanText text, int typeStart)
    {
        var end = BackOverSpace(text, typeStart);
        var start = text.WordStart(end, 8);
        if (start < end && Ordinals.Contains(text.Folded[start..end]))
        {
            end = BackOverSpace(text, start);
            start = text.WordStart(end, 8);
        }

        var digits = start;
        while (digits < end && digits - start < 4 && char.IsAsciiDigit(text.At(digits)))
        {
            digits++;
        }

        var suffix = text.Folded[digits..end];
        return digits > start && (suffix.Length == 0 || Ordinals.Contains(suffix)) ? start : -1;
    }

    private static int BackOverSpace(ScanText text, int position)
    {
        var end = position;
        while (position - end < 2 && text.At(end - 1) is ' ' or ',')
        {
            end--;
        }

        return end;
    }

    /// <summary>Reads the street's name: small linking words, then up to four words with capitals or two without.</summary>
    private static (int End, bool Capital) ReadName(ScanText text, int typeEnd)
    {
        var (end, names, capital) = (typeEnd, 0, false);
        var position = text.At(typeEnd) == '.' ? typeEnd + 1 : typeEnd;
        for (var words = 0; words < MostNameWords && text.At(position) is ' ' or '\''; words++)
        {
            var start = position + 1;
            var wordEnd = start;
            while (wordEnd - start < 30
                && (text.IsWord(wordEnd) || (text.At(wordEnd) == '-' && wordEnd > start && text.IsWord(wordEnd + 1))))
            {
                wordEnd++;
            }

            if (wordEnd == start)
            {
                break;
            }

            var word = text.Folded[start..wordEnd];
            position = wordEnd;
            if (Links.Contains(word) && !text.IsCapital(start))
            {
                continue;
            }

            if (word.Length == 5 && word.IndexOfAnyExceptInRange('0', '9') < 0)
            {
                break;
            }

            var isCapital = text.IsCapital(start);
            if ((!isCapital && FunctionWords.Contains(word)) || names >= (isCapital ? 4 : 2))
            {
                break;
            }

            (end, names, capital) = (wordEnd, names + 1, capital | isCapital);
            position += wordEnd - start == 1 && isCapital && text.At(wordEnd) == '.' && text.IsCapital(wordEnd + 2) ? 1 : 0;
        }

        return (end, capital);
    }

    /// <summary>
    /// The end of a postcode shortly behind the street's name, with no more than a few name-like words between; -1 when there is none.
    /// </summary>
    private static int Postcode(ScanText text, Findings findings, int nameEnd, int group)
    {
        while (group < text.Groups.Count && text.Groups[group].End <= nameEnd)
        {
            group++;
        }

        for (var tries = 0; tries < 3 && group < text.Groups.Count && text.Groups[group].Start - nameEnd <= 48; tries++, group++)
        {
            if (FrenchPostcode.IsOne(text, text.Groups[group]) || FrenchPostcode.IsNeighbour(text, text.Groups[group]))
            {
                var end = text.Groups[group].End;
                return IsNameLike(text, nameEnd, text.Groups[group].Start) && findings.IsFree(nameEnd, end) ? end : -1;
            }
        }

        return -1;
    }

    /// <summary>"…, Québec G1R 1S1": the end of a Canadian postcode shortly behind a street's name; -1 when there is none.</summary>
    private static int CanadianEnd(ScanText text, int nameEnd)
    {
        for (var position = nameEnd; position - nameEnd < 40; position++)
        {
            if (!text.IsWord(position) && text.At(position) is not (' ' or ',' or '-' or '(' or ')')
                && !(text.At(position) == '.' && text.Folded[text.WordStart(position, 5)..position] is "app" or "apt" or "appt"))
            {
                return -1;
            }

            if (text.IsCapital(position) && char.IsAsciiDigit(text.At(position + 1)) && OtherPostcode.CanadianEnd(text, position) is > 0 and var end)
            {
                return end;
            }
        }

        return -1;
    }

    private static bool IsNameLike(ScanText text, int start, int end)
    {
        for (var position = start; position < end; position++)
        {
            if (text.At(position) is '.' or '!' or '?' or ';' or ':')
            {
                return false;
            }

            if (text.IsWord(position) && !text.IsWord(position - 1)
                && FunctionWords.Contains(text.Folded[position..Math.Min(end, text.WordEnd(position, 20))])
                && !text.IsCapital(position) && text.At(position) != 'a')
            {
                return false;
            }
        }

        return true;
    }
}
