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
                    || (year <= LatestBirth && Cues.StandBefore(text, position, FarReach, SureWords)))
                && findings.TryAdd(position, end, PersonalDataKind.DateOfBirth, new string(text.Folded[position..end])))
            {
                position = end - 1;
            }
        }
    }
}
