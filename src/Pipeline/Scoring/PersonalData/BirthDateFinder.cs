namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// Dates of birth: a full date after words that say so, or a date of 1910 to 2012 that is the whole answer. Other dates are events and
/// stay.
/// </summary>
internal sealed class BirthDateFinder : IFinder
{
    private const int Reach = 32;

    // What can mean nothing else may stand farther off: "Date de naissance erronée sur la carte, la bonne est …".
    private const int FarReach = 80;
    private const int LatestBirth = 2015;

    private static readonly string[] SureWords = ["naissance", "birth", "birthdate", "dob", "ddn"];

    private static readonly string[] Words =
    [
        "ne le", "nee le", "ne(e) le", "ne un", "nee un", "naissance", "ddn", "born", "birth", "birthday", "birthdate", "dob", "d.o.b",
        "date de naiss",
    ];

    // "Née en Algérie le …", "born in Leeds on …".
    private static readonly string[] PlaceWords = ["nee en", "nee a", "nee au", "ne en", "ne a", "ne au", "nee aux", "ne aux"];

    private static readonly string[] Leads =
    [
        "is", "c'est", "c est", "cest", "est", "pour", "for", "as", "comme", "was", "date de naissance", "date of birth", "dob", "my d", "my b", "ma d",
    ];

    public void Find(ScanText text, Findings findings)
    {
        var bare = BareAnswer.Is(text, findings);
        for (var position = 0; position < text.Length; position++)
        {
            if (!text.IsWord(position) || text.IsWord(position - 1))
            {
                continue;
            }

            var end = DateReader.Read(text, position, out var year);
            if (end > 0 && !text.IsWord(end)
                && ((bare && year is >= 1910 and <= 2012) || Cues.StandBefore(text, position, Reach, Words)
                    || (year <= LatestBirth && (Cues.StandBefore(text, position, FarReach, SureWords)
                        || Cues.StandBefore(text, position, Reach, PlaceWords) || IsNamedBehind(text, end))))
                && findings.TryAdd(position, end, PersonalDataKind.DateOfBirth, new string(text.Folded[position..end])))
            {
                position = end - 1;
            }
        }
    }

    /// <summary>"19-10-1995 is my dob", "23-08-1975 pour la date de naissance": said behind the date, with no mark of a sentence or number between.</summary>
    private static bool IsNamedBehind(ScanText text, int end)
    {
        var last = end;
        while (last - end < Reach && last < text.Length && text.At(last) is not ('.' or '!' or '?' or ';' or '\n' or (>= '0' and <= '9')))
        {
            last++;
        }

        var rest = text.Folded[end..last];
        foreach (var lead in Leads)
        {
            if (rest.TrimStart(" ,:()").StartsWith(lead, StringComparison.Ordinal))
            {
                return rest.Contains("birth", StringComparison.Ordinal) || rest.Contains("naissance", StringComparison.Ordinal)
                    || rest.Contains("dob", StringComparison.Ordinal) || rest.Contains("d.o.b", StringComparison.Ordinal);
            }
        }

        return false;
    }
}
