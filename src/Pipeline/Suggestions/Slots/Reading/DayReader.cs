using System.Globalization;

namespace Pipeline.Suggestions.Slots.Reading;

/// <summary>A day that somebody wrote.</summary>
/// <param name="Day">The day; null when it was written and cannot be told for sure.</param>
public readonly record struct SpokenDay(DateOnly? Day);

/// <summary>
/// Reads days as French and English customers write them: "le 3 mars", "mardi 1er avril 2026", "3rd of March", "March 3", "03/03/2026",
/// "2026-03-03". A day without a year is the nearest one. "Hier", "Tuesday" and the like are left alone: what they mean depends on a time
/// zone and on a week that nobody told.
/// </summary>
public static class DayReader
{
    private static readonly string[] BeforeNumbers =
        ["le", "du", "au", "depuis", "avant", "on", "of", "the", "dated", "since", "from", "before"];

    private static readonly string[] InRange = ["au", "a", "et", "ou", "to", "and", "or", "until"];

    /// <summary>The days of a text, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentOn">When it was written.</param>
    /// <param name="french">Whether 3/4 is the third of April for sure; in English it may be the fourth of March.</param>
    public static IReadOnlyList<SpokenDay> Read(string text, DateOnly sentOn, bool french)
    {
        var words = Words(PlainSpeech.Of(text));
        var days = new List<SpokenDay>();
        for (var at = 0; at < words.Count; at++)
        {
            var read = Numeric(words, ref at, french) ?? Named(words, ref at);
            if (read is { } day)
            {
                days.Add(new(day.Doubtful ? null : day.On(sentOn)));
            }
        }

        return days;
    }

    /// <summary>"2026-03-03", "03/03/2026", "le 3/3".</summary>
    private static Written? Numeric(List<string> words, ref int at, bool french)
    {
        var parts = words[at].Split('/', '-', '.');
        if (parts.Length is not (2 or 3) || !Array.TrueForAll(parts, part => part.Length is 1 or 2 or 4 && part.All(char.IsAsciiDigit)))
        {
            return null;
        }

        int[] numbers = [.. parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        if (parts.Length == 3 && parts[0].Length == 4)
        {
            return Written.Of(numbers[2], numbers[1], numbers[0]);
        }

        // "24/7", "étape 2/3" and version 3.3.1 are no days; with a word that leads to one, or with a year, they are.
        var hasSlash = words[at].Contains('/', StringComparison.Ordinal);
        if (Array.Exists(parts[..2], part => part.Length > 2)
            || (parts.Length == 2 && !(hasSlash && at > 0 && BeforeNumbers.Contains(words[at - 1])))
            || (parts.Length == 3 && !hasSlash && parts[2].Length < 4))
        {
            return null;
        }

        var year = parts.Length == 2 ? (int?)null : parts[2].Length == 4 ? numbers[2] : 2000 + numbers[2];
        var written = Written.Of(numbers[0], numbers[1], year);
        return !french && numbers[1] <= 12 && numbers[0] <= 12 && numbers[0] != numbers[1] ? written with { Doubtful = true } : written;
    }

    /// <summary>A day and a month's name, either way round, with the name of the day before and the year behind.</summary>
    private static Written? Named(List<string> words, ref int at)
    {
        var start = at;
        int? day;
        int? month;
        if (DayNumber(words, at) is { } first)
        {
            var next = at + 1 < words.Count && words[at + 1] == "of" ? at + 2 : at + 1;
            (day, month) = (first, next < words.Count ? DayNames.MonthOf(words[next]) : null);
            at = month is null ? at : next;
        }
        else
        {
            var next = at + 1 < words.Count && words[at + 1] == "the" ? at + 2 : at + 1;
            (day, month) = (DayNumber(words, next), DayNames.MonthOf(words[at]));

            // "It may 2 times" is no day.
            day = words[at] == "may" && day is not null && words[next].All(char.IsAsciiDigit) ? null : day;
            at = day is null || month is null ? at : next;
        }

        if (day is null || month is null)
        {
            at = start;
            return null;
        }

        var year = YearNumber(words, at + 1);
        at += year is null ? 0 : 1;
        return Written.Of(day.Value, month.Value, year) with
        {
            Weekday = start > 0 ? DayNames.DayOf(words[start - 1] is "the" or "le" && start > 1 ? words[start - 2] : words[start - 1]) : null,
            Doubtful = start > 1 && InRange.Contains(words[start - 1]) && DayNumber(words, start - 2) is not null,
        };
    }

    private static int? YearNumber(List<string> words, int at) =>
        at < words.Count && words[at].Length == 4 && int.TryParse(words[at], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 2000 and < 2100
            ? year
            : null;

    /// <summary>"3", "03", "1er", "3rd".</summary>
    private static int? DayNumber(List<string> words, int at)
    {
        if (at >= words.Count)
        {
            return null;
        }

        var word = words[at];
        var digits = word.TakeWhile(char.IsAsciiDigit).Count();
        return digits is 1 or 2 && word[digits..] is "" or "er" or "st" or "nd" or "rd" or "th"
            ? int.Parse(word.AsSpan(0, digits), CultureInfo.InvariantCulture) is var number and >= 1 and <= 31 ? number : null
            : null;
    }

    /// <summary>Words, with slashes, points and hyphens inside numbers kept.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var position = 0; position <= text.Length; position++)
        {
            var belongs = position < text.Length && (char.IsLetterOrDigit(text[position])
                || (text[position] is '/' or '-' or '.' && start >= 0 && char.IsAsciiDigit(text[position - 1])
                    && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1])));
            if (belongs)
            {
                start = start < 0 ? position : start;
            }
            else if (start >= 0)
            {
                words.Add(text[start..position]);
                start = -1;
            }
        }

        return words;
    }

    private readonly record struct Written(int Day, int Month, int? Year, DayOfWeek? Weekday, bool Doubtful)
    {
        public static Written Of(int day, int month, int? year) => new(day, month, year, null, false);

        /// <summary>The day that is meant; null when there is none such, or it falls on another day of the week than was written.</summary>
        public DateOnly? On(DateOnly sentOn)
        {
            var written = this;
            int[] years = Year is { } known ? [known] : [sentOn.Year, sentOn.Year - 1, sentOn.Year + 1];
            var days = years
                .Where(year => year is >= 2000 and < 2100 && written.Month is >= 1 and <= 12)
                .Where(year => written.Day >= 1 && written.Day <= DateTime.DaysInMonth(year, written.Month))
                .Select(year => new DateOnly(year, written.Month, written.Day))
                .OrderBy(day => Math.Abs(day.DayNumber - sentOn.DayNumber))
                .ToArray();
            return days.Length > 0 && (Weekday is null || Weekday == days[0].DayOfWeek) ? days[0] : null;
        }
    }
}
