namespace Pipeline.Scoring.PersonalData.References;

/// <summary>How a token that holds digits is built.</summary>
/// <param name="Digits">How many digits it has.</param>
/// <param name="Letters">How many letters.</param>
/// <param name="IsCode">
/// Whether it is letters and digits in stretches that do not alternate ("FA-2025-04", "RT77140923"), or digits in groups by hyphens. "WH-1000XM4" and
/// "G991B", where letters stand between digits, are models.
/// </param>
/// <param name="HasPrefix">Whether it begins with one to five capitals, or a year, before the digits.</param>
internal readonly record struct ReferenceForm(int Digits, int Letters, bool IsCode, bool HasPrefix)
{
    private const int MostLetters = 5;

    public static ReferenceForm Read(ScanText text, int start, int end)
    {
        var (digits, letters, changes, inSegment, separators) = (0, 0, 0, 0, 0);
        var (code, capitals) = (true, 0);
        for (var position = start; position < end; position++)
        {
            var character = text.At(position);
            if (!char.IsLetterOrDigit(character))
            {
                separators++;
                (changes, inSegment) = (0, 0);
                code &= character is '-' or '/' or '_';
                continue;
            }

            var digit = char.IsAsciiDigit(character);
            changes += inSegment > 0 && digit != char.IsAsciiDigit(text.At(position - 1)) ? 1 : 0;
            inSegment++;
            (digits, letters) = digit ? (digits + 1, letters) : (digits, letters + 1);
            capitals += position - start == capitals && text.IsCapital(position) ? 1 : 0;
            code &= changes <= 1;
        }

        var year = text.At(start) == '2' && text.At(start + 1) == '0' && text.At(start + 4) == '-' && letters == 0 && digits > 7;
        return new(
            digits, letters, code && (letters > 0 || separators > 0) && letters <= MostLetters + 4,
            capitals is >= 1 and <= MostLetters || year);
    }
}
