using System.Buffers;

namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// Parts of a telephone or card number sent over two messages: a message that is nothing but two to four pairs of digits, or two to three groups of
/// four. Each message is masked on its own, before the next one is known, so each part must be known by its form.
/// </summary>
internal sealed class FragmentFinder : IFinder
{
    private const int LongestText = 32;

    private static readonly SearchValues<char> Characters = SearchValues.Create("0123456789 .-\u2026");

    public void Find(ScanText text, Findings findings)
    {
        var count = text.Groups.Count;
        if (text.Length > LongestText || count is < 2 or > 4 || !IsAllDigits(text))
        {
            return;
        }

        var size = text.Groups[0].Length;
        for (var index = 1; index < count; index++)
        {
            if (text.Groups[index].Length != size || !JoinedDigits.AreJoined(text, index, " .-"))
            {
                return;
            }
        }

        var (start, end) = (text.Groups[0].Start, text.Groups[^1].End);
        var kind = size == 2 && DateReader.Read(text, start, out _) < 0 ? PersonalDataKind.Phone
            : size == 4 && count < 4 ? PersonalDataKind.Card : null;
        if (kind is not null)
        {
            findings.TryAdd(start, end, kind, new string(text.Folded[start..end]).Replace(" ", "", StringComparison.Ordinal));
        }
    }

    /// <summary>Nothing but groups of digits joined by spaces, dots or hyphens, and dots at the end.</summary>
    private static bool IsAllDigits(ScanText text) => text.Folded.IndexOfAnyExcept(Characters) < 0;
}
