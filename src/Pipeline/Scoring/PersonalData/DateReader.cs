using System.Globalization;
using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.PersonalData;

/// <summary>Reads a full date (day, month, year) as people type it in French or English.</summary>
internal static class DateReader
{
    private static readonly WordSet Months = new(
        "janvier janv fevrier fev fevr mars avril avr mai juin juillet juil aout septembre sept octobre oct novembre nov "
        + "decembre dec january jan february feb march mar april apr may june jun july jul august aug september sep october "
        + "november december");

    /// <summary>Reads a date that starts at a position.</summary>
    /// <param name="year">The year, two-digit ones as 1900 to 1999 from 26 on.</param>
    /// <returns>Where it ends; -1 when there is none.</returns>
    public static int Read(ScanText text, int start, out int year)
    {
        year = 0;
        if (char.IsLetter(text.At(start)))
        {
            return ReadMonthFirst(text, start, out year);
        }

        var digits = Digits(text, start);
        return digits switch
        {
            8 => ReadCompact(text, start, out year),
            4 => ReadYearFirst(text, start, out year),
            1 or 2 => ReadDayFirst(text, start, digits, out year),
            _ => -1,
        };
    }

    private static int ReadCompact(ScanText text, int start, out int year)
    {
        year = Number(text, start + 4, 4);
        return IsDay(Number(text, start, 2)) && IsMonth(Number(text, start + 2, 2)) && IsYear(year) ? start + 8 : -1;
    }

    private static int ReadYearFirst(ScanText text, int start, out int year)
    {
        year = Number(text, start, 4);
        return IsYear(year) && text.At(start + 4) is '-' or '/' or '.' && Digits(text, start + 5) == 2
            && text.At(start + 7) is '-' or '/' or '.'
            && Digits(text, start + 8) == 2 && IsMonth(Number(text, start + 5, 2)) ? start + 10 : -1;
    }

    private static int ReadDayFirst(ScanText text, int start, int digits, out int year)
    {
        year = 0;
        if (!IsDay(Number(text, start, digits)))
        {
            return -1;
        }

        var position = start + digits;
        if (text.At(position) is '/' or '-' or '.' or ' ' && Digits(text, position + 1) is 1 or 2)
        {
            var month = Digits(text, position + 1);
            var yearStart = position + month + 2;
            // Twelve and thirty-one either way round: Americans put the month first. With spaces, two digits of a year look like a phone.
            return IsDay(Number(text, position + 1, month)) && text.At(yearStart - 1) == text.At(position)
                && (text.At(position) != ' ' || Digits(text, yearStart) == 4) ? ReadYear(text, yearStart, out year) : -1;
        }

        position = Skip(text, position, "er", "st", "nd", "rd", "th");
        position = Skip(text, SkipSpaces(text, position), "of ", "de ");
        var word = Math.Min(text.WordEnd(position, 12), text.Length);
        return IsMonthName(text, position, word) ? ReadYear(text, SkipSpaces(text, Skip(text, word, ".", ",")), out year) : -1;
    }

    private static int ReadMonthFirst(ScanText text, int start, out int year)
    {
        year = 0;
        var word = text.WordEnd(start, 12);
        var day = SkipSpaces(text, Skip(text, word, "."));
        var digits = Digits(text, day);
        if (!IsMonthName(text, start, word) || digits is not (1 or 2) || !IsDay(Number(text, day, digits)))
        {
            return -1;
        }

        var end = Skip(text, Skip(text, day + digits, "st", "nd", "rd", "th"), ",");
        return ReadYear(text, SkipSpaces(text, end), out year);
    }

    private static int ReadYear(ScanText text, int start, out int year)
    {
        var digits = Digits(text, start);
        year = digits is 2 or 4 ? Number(text, start, digits) : 0;
        year += digits == 2 ? year >= 26 ? 1900 : 2000 : 0;
        return IsYear(year) && !GoesOn(text, start + digits) ? start + digits : -1;
    }

    private static bool GoesOn(ScanText text, int end) => text.At(end) is '.' or '/' or '-' && char.IsAsciiDigit(text.At(end + 1));

    private static bool IsDay(int day) => day is >= 1 and <= 31;

    private static bool IsMonth(int month) => month is >= 1 and <= 12;

    private static bool IsYear(int year) => year is >= 1900 and <= 2099;

    private static bool IsMonthName(ScanText text, int start, int end) =>
        end > start && Months.Contains(text.Folded[start..end]);

    private static int Number(ScanText text, int start, int length) =>
        int.Parse(text.Folded.Slice(start, length), CultureInfo.InvariantCulture);

    private static int Digits(ScanText text, int start)
    {
        var end = start;
        while (end - start < 9 && char.IsAsciiDigit(text.At(end)))
        {
            end++;
        }

        return end - start;
    }

    private static int Skip(ScanText text, int position, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (position < text.Length && text.Folded[position..].StartsWith(part, StringComparison.Ordinal))
            {
                return position + part.Length;
            }
        }

        return position;
    }

    private static int SkipSpaces(ScanText text, int position) => text.At(position) == ' ' ? position + 1 : position;
}
