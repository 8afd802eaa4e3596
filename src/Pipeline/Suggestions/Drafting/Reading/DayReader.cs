using System.Globalization;

namespace Pipeline.Suggestions.Drafting.Reading;

/// <summary>Finds dates, times of day, days of the week, and times told from now.</summary>
internal sealed class DayReader(IReadOnlyList<Lexeme> lexemes, GuardWords words)
{
    /// <summary>A date or a time of day in numbers.</summary>
    public FactToken? At(int start) => IsoDate(start) ?? SlashDate(start) ?? DayMonth(start) ?? MonthDay(start) ?? Clock(start) ?? Noon(start);

    /// <summary>A day or time that has a name: a weekday, a month, "tomorrow".</summary>
    public FactToken? Named(int start)
    {
        var (length, name) = words.RelativeTimes.At(lexemes, start);
        if (length > 0)
        {
            // "demain" is not "après-demain"; "soon" is "shortly".
            var text = name is "soon" or "now" ? name : string.Join(' ', lexemes.Skip(start).Take(length).Select(lexeme => lexeme.Text));
            return Day("relative", 0, text, start, start + length);
        }

        if (Index(words.Weekdays, start) is var weekday and >= 0)
        {
            return Day("weekday", weekday, "", start, start + 1);
        }

        return Index(words.Months, start) is var month and >= 0 && IsSurelyMonth(start) ? Day("month", month + 1, "", start, start + 1) : null;
    }

    private static FactToken Day(string unit, decimal value, string text, int start, int end) => new(FactKind.Time, unit, value, value, text, start, end);

    private static FactToken? Date(int day, int month, int start, int end) =>
        day is >= 1 and <= 31 && month is >= 1 and <= 12 ? Day("date", (month * 100) + day, "", start, end) : null;

    private FactToken? IsoDate(int start) => Int(start) is >= 1900 and <= 2999 && Sign(start + 1, '-') && Sign(start + 3, '-')
        ? Date(Int(start + 4), Int(start + 2), start, start + 5)
        : null;

    private FactToken? SlashDate(int start) => Sign(start + 1, '/') && Date(Int(start), Int(start + 2), start, start + 3) is { } date
        ? WithYear(Sign(start + 3, '/') && Int(start + 4) > 0 ? date with { End = start + 5 } : date)
        : null;

    // "3 mars", "1er mars", "16th of May"
    private FactToken? DayMonth(int start)
    {
        var (day, length, _) = NumberReader.At(lexemes, start, words);
        if (length == 0 || day > 31)
        {
            return null;
        }

        var position = start + length;
        position += Word(position) is "er" or "st" or "nd" or "rd" or "th" ? 1 : 0;
        position += Word(position) is "of" ? 1 : 0;
        return Index(words.Months, position) is var month and >= 0 ? WithYear(Date((int)day, month + 1, start, position + 1)) : null;
    }

    private FactToken? MonthDay(int start)
    {
        if (words.Language == "fr" || Index(words.Months, start) is not (var month and >= 0))
        {
            return null;
        }

        var position = start + (Word(start + 1) is "the" ? 2 : 1);
        var day = Int(position);
        position += Word(position + 1) is "st" or "nd" or "rd" or "th" ? 2 : 1;
        return day is >= 1 and <= 31 ? WithYear(Date(day, month + 1, start, position)) : null;
    }

    private FactToken? WithYear(FactToken? date)
    {
        var place = date is null ? 0 : Sign(date.End, ',') ? date.End + 1 : date.End;
        return date is not null && Int(place) is >= 1900 and <= 2999 ? date with { End = place + 1 } : date;
    }

    // "18 h", "18h30", "18:00", "6 pm", "6:30 pm", "à 18 heures"
    private FactToken? Clock(int start)
    {
        var (hour, length, _) = NumberReader.At(lexemes, start, words);
        if (length == 0 || hour > 24 || hour != Math.Floor(hour))
        {
            return null;
        }

        var (minutes, end, isClock) = (0, start + length, false);
        if (Sign(end, ':') && Int(end + 1) is >= 0 and < 60)
        {
            (minutes, end, isClock) = (Int(end + 1), end + 2, true);
        }
        else if (words.Language == "fr" && (Word(end) is "h" ? hour < 24 : Word(end) is "heures" && IsAtTime(start)))
        {
            isClock = true;
            end++;
            if (Int(end) is >= 0 and < 60 && lexemes[end].Text.Length == 2)
            {
                (minutes, end) = (Int(end), end + 1);
            }
        }

        var half = Word(end) is "am" or "pm" ? (Word(end)!, 1)
            : Word(end) is "a" or "p" && Sign(end + 1, '.') && Word(end + 2) is "m" ? (Word(end) + "m", Sign(end + 3, '.') ? 4 : 3)
            : ("", 0);
        if (half.Item2 > 0)
        {
            (hour, end, isClock) = ((hour % 12) + (half.Item1 == "pm" ? 12 : 0), end + half.Item2, true);
        }
        else if (Word(end) is "o" && Word(end + 1) is "clock")
        {
            (end, isClock) = (end + 2, true);
        }

        return isClock ? Day("clock", (hour * 60) + minutes, "", start, end) : null;
    }

    private FactToken? Noon(int start) => Word(start) is "midi" or "noon" or "midday" && Word(start - 1) is not "apres" ? Day("clock", 720, "", start, start + 1)
        : Word(start) is "minuit" or "midnight" ? Day("clock", 0, "", start, start + 1)
        : null;

    private bool IsAtTime(int start) => Word(start - 1) is "a" or "avant" or "apres" or "vers" or "des" or "et" || (Word(start - 1) is "de" or "entre");

    // "may" and "march" are verbs too.
    private bool IsSurelyMonth(int start) => Word(start) is not ("may" or "march" or "mars")
        || (char.IsUpper(lexemes[start].Surface[0]) && start > 0) || Word(start - 1) is "in" or "en" or "of" or "by" or "until" or "since" or "de";

    private int Index(IReadOnlyList<Expressions> names, int position)
    {
        if (position >= lexemes.Count || !lexemes[position].IsWord)
        {
            return -1;
        }

        for (var index = 0; index < names.Count; index++)
        {
            if (names[index].At(lexemes, position).Length > 0)
            {
                return index;
            }
        }

        return -1;
    }

    private string? Word(int position) => position >= 0 && position < lexemes.Count && lexemes[position].IsWord ? lexemes[position].Text : null;

    private bool Sign(int position, char sign) => position < lexemes.Count && lexemes[position].Is(sign);

    private int Int(int position) => position < lexemes.Count && lexemes[position].IsNumber
        && int.TryParse(lexemes[position].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
