namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// French social security numbers (NIR): sex, year, month, department (2A and 2B for Corsica), commune, order and a key of two digits that
/// must be right. Without its key it counts only where it is named.
/// </summary>
internal sealed class NirFinder : IFinder
{
    private const int WithKey = 15;
    private const int WithoutKey = 13;

    private static readonly string[] Words =
        ["secu", "securite sociale", "nir", "numero ss", "n ss", "vitale", "immatriculation", "social security"];

    public void Find(ScanText text, Findings findings)
    {
        Span<char> nir = stackalloc char[WithKey];
        Span<int> ends = stackalloc int[WithKey + 1];
        foreach (var group in text.Groups)
        {
            if (text.At(group.Start) is not ('1' or '2' or '3' or '4' or '7' or '8') || text.IsWord(group.Start - 1))
            {
                continue;
            }

            var taken = Take(text, group.Start, nir, ends);
            if (taken == WithKey && ends[WithKey] > 0 && HasForm(nir) && CheckDigits.IsNir(nir))
            {
                findings.TryAdd(group.Start, ends[WithKey], PersonalDataKind.Nir, new string(nir));
            }
            else if (taken >= WithoutKey && Cues.StandBefore(text, group.Start, 40, Words))
            {
                var length = taken == WithKey && ends[WithKey] > 0 ? WithKey : WithoutKey;
                if (ends[length] > 0)
                {
                    findings.TryAdd(group.Start, ends[length], PersonalDataKind.Nir, new string(nir[..length]));
                }
            }
        }
    }

    private static bool HasForm(ReadOnlySpan<char> nir)
    {
        var month = ((nir[3] - '0') * 10) + nir[4] - '0';
        return month is (>= 1 and <= 12) or (>= 20 and <= 42) or >= 50;
    }

    /// <summary>Copies digits, and one A or B at the place of Corsica's, over single separators.</summary>
    private static int Take(ScanText text, int start, Span<char> nir, Span<int> ends)
    {
        ends.Clear();
        var count = 0;
        for (var position = start; count < nir.Length; position++)
        {
            var character = text.At(position);
            if (char.IsAsciiDigit(character) || (count == 6 && nir[5] == '2' && character is 'a' or 'b'))
            {
                nir[count++] = character;
                if (!text.IsWord(position + 1))
                {
                    ends[count] = position + 1;
                }
            }
            else if (character is not (' ' or '.' or '-' or '/') || !text.IsWord(position + 1))
            {
                break;
            }
        }

        return count;
    }
}
