namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// Numbers of things, not of people: an IMEI, a serial or SIM card number where it is named. They are kept from being taken for a card
/// or a phone, and
/// stay in the text, for the advisor needs them. "The PUK for 07700 900518" names the line all the same.
/// </summary>
internal sealed class DeviceNumberFinder : IFinder
{
    private static readonly string[] Words =
    [
        "imei", "iccid", "serie", "serial", "s/n", "sn", "ean", "gtin", "isbn", "puk", "modele", "model", "firmware",
    ];

    /// <summary>Whether a device number is named right before a place.</summary>
    public static bool IsNamed(ScanText text, int position) => Cues.StandBefore(text, position, 18, Words);

    public void Find(ScanText text, Findings findings)
    {
        for (var index = 0; index < text.Groups.Count; index++)
        {
            var first = index;
            var phone = PhoneFinder.StartsAt(text, text.Groups[index].Start, out var spaced) && spaced;
            if (!phone && !IsNamed(text, text.Groups[index].Start))
            {
                continue;
            }

            while (index + 1 < text.Groups.Count && JoinedDigits.AreJoined(text, index + 1, " -"))
            {
                index++;
            }

            if (!phone && findings.IsFree(text.Groups[first].Start, text.Groups[index].End))
            {
                findings.Protect(text.Groups[first].Start, text.Groups[index].End);
            }
        }
    }
}
