using System.Globalization;
using Pipeline.Suggestions.Slots.Reading;

namespace Pipeline.Suggestions.Slots;

/// <summary>Writes amounts and days as a language does.</summary>
public static class SlotFormats
{
    /// <summary>The blank that no line may end at, before the sign of a currency.</summary>
    private const char NoBreak = '\u00A0';

    private static readonly NumberFormatInfo French = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u202F" };

    private static readonly NumberFormatInfo English = new() { NumberDecimalSeparator = ".", NumberGroupSeparator = "," };

    /// <summary>"12,50 €" in French, "€12.50" in English; whole amounts without cents.</summary>
    public static string Write(Money money, bool french)
    {
        var number = money.Value.ToString(decimal.IsInteger(money.Value) ? "N0" : "N2", french ? French : English);
        return french ? $"{number}{NoBreak}{money.Currency}" : $"{money.Currency}{number}";
    }

    /// <summary>"mardi 3 mars" in French, "Tuesday 3 March" in English; the year only when it is not the current one.</summary>
    public static string Write(DateOnly day, int yearNow, bool french) => DayNames.Write(day, yearNow, french);
}
