namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// Postcodes outside an address: where they are named, before a town, or as the whole answer. Other numbers of five digits stay.
/// </summary>
internal sealed class PostalCodeFinder : IFinder
{
    private static readonly string[] Words = ["code postal", "cp", "postal", "postcode", "post code", "zip", "zip code"];
    private static readonly string[] NotPostcodes =
    [
        "erreur", "error", "code", "err", "version", "build", "ref", "reference", "modele", "model", "ticket",
    ];

    public void Find(ScanText text, Findings findings)
    {
        var bare = BareAnswer.Is(text, findings);
        foreach (var group in text.Groups)
        {
            if (group.Length == 5 && IsPostcode(text, group, bare))
            {
                findings.TryAdd(group.Start, group.End, PersonalDataKind.PostalCode, new string(text.Folded[group.Start..group.End]));
            }

            FindBritish(text, findings, group, bare);
        }
    }

    private static bool IsPostcode(ScanText text, DigitGroup group, bool bare)
    {
        if (Cues.StandBefore(text, group.Start, 24, Words))
        {
            return JoinedDigits.StandAlone(text, group.Start, group.End);
        }

        return FrenchPostcode.IsOne(text, group) && JoinedDigits.StandAlone(text, group.Start, group.End)
            && !Cues.StandBefore(text, group.Start, 16, NotPostcodes)
            && text.At(group.Start - 1) is not ('-' or '/' or '#' or '€' or '£' or '$' or '.')
            && (bare ? !HasUnit(text, group.End) : IsBeforeTown(text, group.End));
    }

    private static bool IsBeforeTown(ScanText text, int end)
    {
        var town = end + 1;
        return text.At(end) == ' ' && text.IsCapital(town) && text.WordEnd(town, 20) - town >= 3
            && !text.Folded[town..].StartsWith("eur", StringComparison.Ordinal)
            && !FunctionWords.Contains(text.Folded[town..text.WordEnd(town, 20)]);
    }

    private static bool HasUnit(ScanText text, int end)
    {
        var unit = text.At(end) == ' ' ? end + 1 : end;
        return text.At(unit) is '€' or '£' or '$' or '%'
            || text.Folded[Math.Min(unit, text.Length)..].StartsWith("eur", StringComparison.Ordinal);
    }

    private static void FindBritish(ScanText text, Findings findings, DigitGroup group, bool bare)
    {
        var start = text.WordStart(group.Start, 3);
        if (start == group.Start)
        {
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
