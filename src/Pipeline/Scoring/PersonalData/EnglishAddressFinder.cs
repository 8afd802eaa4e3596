using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// English street lines: a number, a name and a kind of street ("61 Marlowe Street"), with the town and postcode behind and the flat
/// before; and a
/// number and a capitalised name shortly before a British postcode, whatever the street is called.
/// </summary>
internal sealed class EnglishAddressFinder : IFinder
{
    private const int MostNameWords = 4;
    private const int Reach = 64;

    // Typed without capitals, only these are clear enough.
    private static readonly WordSet Clear = new("street road lane avenue rd ave blvd boulevard crescent");

    private static readonly WordSet Streets = new(
        "street st road rd lane ln avenue ave drive dr close court ct crescent way gardens grove terrace place pl square sq "
        + "hill park row mews walk boulevard blvd parkway pkwy cottages rise green parade circle trail wharf quay quayside vale view yard meadow meadows "
        + "croft garth wynd brae loan bank alley approach chase dene fields gate heights highway hwy hollow lea leys mount orchard paddock promenade reach "
        + "ridge spinney side strand villas plaza broadway esplanade embankment crest glade villas loop bend turnpike pike drove byway passage ride");

    // Typed without capitals they are as often something else, and count only before a comma, a town or the end.
    private static readonly WordSet SmallStreets = new("close drive court way gardens grove terrace mews place cottages walk row rise dr cl cres ct st ln");

    private static readonly WordSet Units = new("flat apartment apt unit suite ste room rm floor fl dublin no number block");

    public void Find(ScanText text, Findings findings)
    {
        for (var position = 0; position < text.Length; position++)
        {
            if (!char.IsLetter(text.At(position)) || text.IsWord(position - 1))
            {
                continue;
            }

            var end = text.WordEnd(position, 16);
            if (Streets.Contains(text.Folded[position..end]))
            {
                TryAddStreet(text, findings, position, end);
            }
            else if (char.IsAsciiDigit(text.At(position + 1)) || char.IsAsciiDigit(text.At(position + 2)))
            {
                TryAddByPostcode(text, findings, position);
            }
        }
    }

    private static void TryAddStreet(ScanText text, Findings findings, int typeStart, int typeEnd)
    {
        var clear = Clear.Contains(text.Folded[typeStart..typeEnd]);
        var number = NumberBefore(text, typeStart, clear);
        number = number < 0 && !text.IsCapital(typeStart) ? NumberBeforeSmall(text, typeStart, typeEnd) : number;
        number = number < 0 ? NamedHouse(text, typeStart, findings) : number;
        if (number < 0)
        {
            return;
        }

        var start = Building.StartOf(text, Building.HouseNameStart(text, number, findings), findings);
        var behind = EndBehind(text, typeEnd);
        behind = behind == typeEnd ? Towns.End(text, typeEnd) : behind;
        var end = findings.FreeEnd(text, typeStart, behind);
        findings.TryAdd(start, end, PersonalDataKind.Address, new string(text.Folded[start..end]));
    }

    private static void TryAddByPostcode(ScanText text, Findings findings, int position)
    {
        var end = UkPostcode.Read(text, position, out _);
        for (var start = position - 1; end > 0 && position - start < Reach && IsNameCharacter(text.At(start)); start--)
        {
            if (char.IsAsciiDigit(text.At(start)) && !text.IsWord(start - 1))
            {
                var word = text.WordEnd(start, 5) + 1;
                word += text.At(word - 1) == ',' && text.At(word) == ' ' ? 1 : 0;
                if (text.IsCapital(word) && IsHouseNumber(text, start, text.WordEnd(start, 8)) && findings.IsFree(start, end))
                {
                    start = Building.StartOf(text, start, findings, isNumber: true);
                    findings.TryAdd(start, end, PersonalDataKind.Address, new string(text.Folded[start..end]));
                    return;
                }
            }
        }

        if (end > 0)
        {
            TryAddByNames(text, findings, position, end);
        }
    }

    /// <summary>"Rose Cottage, Mill Lane, Little Addlethorpe PE24 9ZZ": words with capitals and a comma before a British postcode.</summary>
    private static void TryAddByNames(ScanText text, Findings findings, int postcode, int end)
    {
        var (start, comma) = (postcode, false);
        while (postcode - start < Reach && text.At(start - 1) == ' ')
        {
            var wordEnd = text.At(start - 2) == ',' ? start - 2 : start - 1;
            var word = text.WordStart(wordEnd, 20);
            if (word == wordEnd || !text.IsCapital(word) || (FunctionWords.Contains(text.Folded[word..wordEnd]) && text.Folded[word..wordEnd] is not "the"))
            {
                break;
            }

            comma |= wordEnd == start - 2 && start < postcode;
            start = word;
        }

        if (comma && findings.IsFree(start, end))
        {
            findings.TryAdd(start, end, PersonalDataKind.Address, new string(text.Folded[start..end]));
        }
    }

    private static bool IsNameCharacter(char character) => char.IsLetterOrDigit(character) || character is ' ' or ',' or '\'' or '-';

    /// <summary>Where the house number before a street's name starts; -1 when there is none.</summary>
    private static int NumberBefore(ScanText text, int typeStart, bool clear)
    {
        var position = typeStart;
        for (var words = 0; words <= MostNameWords; words++)
        {
            if (text.At(position - 1) != ' ')
            {
                return -1;
            }

            var end = position - 1;
            var start = end;
            while (end - start < 24 && (text.IsWord(start - 1) || text.At(start - 1) is '\'' or '-'))
            {
                start--;
            }

            if (start == end)
            {
                return -1;
            }

            if (char.IsAsciiDigit(text.At(start)))
            {
                return words > 0 && IsHouseNumber(text, start, end) ? start : -1;
            }

            var lower = !text.IsCapital(start);
            if (lower && (!clear || words >= 2 || FunctionWords.Contains(text.Folded[start..end])))
            {
                return -1;
            }

            position = start;
        }

        return -1;
    }

    /// <summary>"4 gorse close, dereham": one or two words that are no others, and a mark or a town behind.</summary>
    private static int NumberBeforeSmall(ScanText text, int typeStart, int typeEnd)
    {
        var (position, last) = (typeStart, text.At(typeEnd));
        if (!SmallStreets.Contains(text.Folded[typeStart..typeEnd]) || (last is not (',' or '.' or '\n') && Towns.End(text, typeEnd) == typeEnd))
        {
            return -1;
        }

        for (var words = 0; words < 3 && text.At(position - 1) == ' '; words++)
        {
            var end = position - 1;
            var start = text.WordStart(end, 20);
            if (start < end && char.IsAsciiDigit(text.At(start)))
            {
                return words > 0 && IsHouseNumber(text, start, end) ? start : -1;
            }

            if (end - start < 3 || (Names.NameLexicon.Of(text.Folded[start..end]) & (Names.NameRole.Ordinary | Names.NameRole.Small)) != 0)
            {
                return -1;
            }

            position = start;
        }

        return -1;
    }

    /// <summary>"Rose Cottage, Mill Lane", "Flat 3, Albany Road": where the street's name begins, behind what has a number or is a house; -1 when neither stands there.</summary>
    private static int NamedHouse(ScanText text, int typeStart, Findings findings)
    {
        var start = typeStart;
        for (var words = 0; words < 3 && text.At(start - 1) == ' '; words++)
        {
            var word = text.WordStart(start - 1, 20);
            if (word == start - 1 || !text.IsCapital(word))
            {
                break;
            }

            start = word;
        }

        return start < typeStart && text.At(start - 2) == ','
            && (Building.HouseNameStart(text, start, findings) < start || (char.IsAsciiDigit(text.At(start - 3)) && Building.StartOf(text, start, findings) < start))
            ? start
            : -1;
    }

    private static bool IsHouseNumber(ScanText text, int start, int end)
    {
        var digits = start;
        while (char.IsAsciiDigit(text.At(digits)))
        {
            digits++;
        }

        // "12-14 Station Parade".
        var range = text.At(digits) == '-' && end - digits is >= 2 and <= 4 && text.Folded[(digits + 1)..end].IndexOfAnyExceptInRange('0', '9') < 0;
        return digits - start <= 5 && (range || end - digits <= 1) && text.At(start - 1) is not ('.' or '€' or '£' or '$' or '#');
    }

    /// <summary>A number that no flat's word stands before, or a small word that no town has within.</summary>
    private static bool IsOther(ScanText text, int position)
    {
        var end = text.WordEnd(position, 20);
        if (char.IsAsciiDigit(text.At(position)))
        {
            var before = text.Folded[text.WordStart(position - 1, 10)..Math.Max(0, position - 1)];
            return text.At(position - 1) != '#' && !Units.Contains(before) && !text.IsWord(position - 1);
        }

        return FunctionWords.Contains(text.Folded[position..end]) && !text.IsCapital(position) && text.Folded[position..end] is not ("in" or "on" or "by" or "the");
    }

    /// <summary>The dot of "Co. Mayo".</summary>
    private static bool IsCounty(ScanText text, int dot) => text.At(dot) == '.' && text.Folded[text.WordStart(dot, 4)..dot] is "co" or "st" or "apt";

    /// <summary>The end of the town and postcode behind a street; the end of the street when there is no postcode.</summary>
    private static int EndBehind(ScanText text, int typeEnd)
    {
        for (var position = typeEnd; position - typeEnd < Reach
            && (IsNameCharacter(text.At(position)) || IsCounty(text, position) || (text.At(position) == '\n' && position < text.Length)); position++)
        {
            if (!text.IsWord(position) || text.IsWord(position - 1))
            {
                continue;
            }

            var end = OtherPostcode.End(text, position);
            if (end > 0)
            {
                return end;
            }

            // "…, new one 4 Wren Walk": another address, or a sentence.
            if (IsOther(text, position))
            {
                break;
            }
        }

        return typeEnd;
    }
}
