namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// SIRET numbers: 14 digits with Luhn's check digit (La Poste's with the sum of its digits divisible by five) in one piece or as 3-3-3-5; nine digits
/// (SIREN), and mistyped ones, only where they are named. The 14 digits of a meter are no SIRET.
/// </summary>
internal sealed class SiretFinder : IFinder
{
    private const int Siret = 14;
    private const int Siren = 9;

    private static readonly string[] Words = ["siret", "siren"];
    private static readonly string[] Meters = ["pdl", "prm", "pce", "pod", "compteur", "linky", "gazpar", "livraison"];

    public void Find(ScanText text, Findings findings)
    {
        Span<char> digits = stackalloc char[Siret];
        Span<int> ends = stackalloc int[Siret + 1];
        for (var index = 0; index < text.Groups.Count; index++)
        {
            var group = text.Groups[index];
            if (group.Length is not (3 or Siren or Siret) || text.IsWord(group.Start - 1))
            {
                continue;
            }

            JoinedDigits.Take(text, index, digits, " .-", ends);
            var named = Cues.StandBefore(text, group.Start, 32, Words);
            var length = ends[Siret] >= 0 && (named || (HasForm(text, index, ends[Siret]) && IsRight(digits)
                && !Cues.StandBefore(text, group.Start, 40, Meters))) ? Siret : named && ends[Siren] >= 0 ? Siren : 0;
            if (length > 0 && JoinedDigits.StandAlone(text, group.Start, text.Groups[ends[length]].End)
                && findings.TryAdd(group.Start, text.Groups[ends[length]].End, PersonalDataKind.Siret, new string(digits[..length])))
            {
                index = ends[length];
            }
        }
    }

    private static bool HasForm(ScanText text, int first, int last) =>
        first == last || (last == first + 3 && text.Groups[first + 1].Length == 3 && text.Groups[first + 2].Length == 3);

    private static bool IsRight(ReadOnlySpan<char> siret)
    {
        if (!siret.StartsWith("356000000"))
        {
            return CheckDigits.IsLuhn(siret);
        }

        var sum = 0;
        foreach (var digit in siret)
        {
            sum += digit - '0';
        }

        return sum % 5 == 0;
    }
}
