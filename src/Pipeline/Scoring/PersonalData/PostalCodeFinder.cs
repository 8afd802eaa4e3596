namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// Postcodes outside an address: where they are named, before a town, or as the whole answer. Other numbers of five digits stay.
/// </summary>
internal sealed class PostalCodeFinder : IFinder
{
    private const int Reach = 48;

    private static readonly string[] Sure = ["code postal", "postcode", "post code", "zip", "zip code", "postal code", "cp", "eircode"];
    private static readonly string[] Words = ["code postal", "cp", "postal", "postcode", "post code", "zip", "zip code"];
    private static readonly string[] NotPostcodes =
    [
        "erreur", "error", "code", "err", "version", "build", "ref", "reference", "modele", "model", "ticket",
    ];

    private static readonly string[] NamedBehind =
    [
        "is the zip", "is my zip", "is the postcode", "is my postcode", "is the post code", "is my post code", "is the postal code", "is our postcode", "zip code",
        "c'est le code postal", "c'est mon code postal", "est le code postal", "est mon code postal", "comme code postal", "de code postal", "en code postal", "code postal)",
    ];

    public void Find(ScanText text, Findings findings)
    {
        var bare = BareAnswer.Is(text, findings);
        foreach (var group in text.Groups)
        {
            if (group.Length == 5 && ZipEnd(text, group) is > 0 and var zip && IsNamedBehind(text, zip))
            {
                findings.TryAdd(group.Start, zip, PersonalDataKind.PostalCode, new string(text.Folded[group.Start..zip]));
            }
            else if ((group.Length == 5 && IsPostcode(text, group, bare)) || (group.Length == 4 && IsNamed(text, group)))
            {
                findings.TryAdd(group.Start, group.End, PersonalDataKind.PostalCode, new string(text.Folded[group.Start..group.End]));
            }

            FindLettered(text, findings, group, bare);
        }
    }

    /// <summary>Whether a run of four or five digits is named a postcode, and nothing nearer is named.</summary>
    public static bool IsNamed(ScanText text, DigitGroup group) =>
        group.Length is 4 or 5 && JoinedDigits.StandAlone(text, group.Start, group.End)
        && Cues.StandBefore(text, group.Start, group.Length == 5 ? Reach : 36, Sure)
        && (group.Length == 5 || !HasUnit(text, group.End));

    /// <summary>The end of five digits, or of an American nine; -1 when they are part of more.</summary>
    private static int ZipEnd(ScanText text, DigitGroup group)
    {
        var end = group.End;
        if (text.At(end) == '-' && text.GroupAt(end + 1) is >= 0 and var next && text.Groups[next].Length == 4)
        {
            end = text.Groups[next].End;
        }

        return JoinedDigits.StandAlone(text, group.Start, end) && text.At(group.Start - 1) is not ('-' or '/' or '#') ? end : -1;
    }

    /// <summary>"97214-1107 is the zip", "75011, c'est mon code postal".</summary>
    private static bool IsNamedBehind(ScanText text, int end)
    {
        var rest = text.Folded[end..].TrimStart(" ,(").TrimEnd();
        foreach (var lead in NamedBehind)
        {
            if (rest.StartsWith(lead, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPostcode(ScanText text, DigitGroup group, bool bare)
    {
        if (Cues.StandBefore(text, group.Start, 24, Words) || (FrenchPostcode.IsOne(text, group) && IsNamed(text, group)))
        {
            return JoinedDigits.StandAlone(text, group.Start, group.End);
        }

        return FrenchPostcode.IsOne(text, group) && JoinedDigits.StandAlone(text, group.Start, group.End)
            && !Cues.StandBefore(text, group.Start, 16, NotPostcodes)
            && text.At(group.Start - 1) is not ('-' or '/' or '#' or '€' or '£' or '$' or '.')
            && (bare ? !HasUnit(text, group.End) : IsBeforeTown(text, group.End) || IsWhere(text, group));
    }

    private static bool IsBeforeTown(ScanText text, int end)
    {
        var town = end + 1;
        return text.At(end) == ' ' && text.IsCapital(town) && text.WordEnd(town, 20) - town >= 3
            && !text.Folded[town..].StartsWith("eur", StringComparison.Ordinal)
            && !FunctionWords.Contains(text.Folded[town..text.WordEnd(town, 20)]);
    }

    /// <summary>"au 73550", "dans le 44100": a place, with nothing counted behind.</summary>
    private static bool IsWhere(ScanText text, DigitGroup group)
    {
        var next = text.At(group.End) == ' ' ? group.End + 1 : group.End;
        return text.Folded[..group.Start] is [.., 'd', 'a', 'n', 's', ' ', 'l', 'e', ' '] or [.., 'h', 'a', 'b', 'i', 't', 'e', ' ']
                or ['a', 'u', ' '] or [.., ' ', 'a', 'u', ' '] or [.., ' ', 'd', 'u', ' '] or [.., 's', 'u', 'r', ' ', 'l', 'e', ' ']
            && !HasUnit(text, group.End) && (!char.IsLetterOrDigit(text.At(next)) || FunctionWords.Contains(text.Folded[next..text.WordEnd(next, 12)]));
    }

    private static bool HasUnit(ScanText text, int end)
    {
        var unit = text.At(end) == ' ' ? end + 1 : end;
        return text.At(unit) is '€' or '£' or '$' or '%'
            || text.Folded[Math.Min(unit, text.Length)..].StartsWith("eur", StringComparison.Ordinal);
    }

    private static void FindLettered(ScanText text, Findings findings, DigitGroup group, bool bare)
    {
        var start = text.WordStart(group.Start, 3);
        if (start == group.Start)
        {
            return;
        }

        var canadian = OtherPostcode.CanadianEnd(text, start);
        var irish = canadian > 0 ? canadian : OtherPostcode.IrishEnd(text, start);
        if (irish > 0 && (canadian > 0 ? text.IsCapital(start) && text.At(start + 3) == ' ' : Cues.StandBefore(text, start, 24, Sure)))
        {
            findings.TryAdd(start, irish, PersonalDataKind.PostalCode, new string(text.Folded[start..irish]).Replace(" ", "", StringComparison.Ordinal));
            return;
        }

        var end = UkPostcode.Read(text, start, out var sure);
        if (end > 0 && (sure || bare || Cues.StandBefore(text, start, 24, Words)))
        {
            var value = new string(text.Folded[start..end]).Replace(" ", "", StringComparison.Ordinal);
            findings.TryAdd(start, end, PersonalDataKind.PostalCode, value);
        }
    }
}
