using System.Globalization;
using Pipeline.Messages;
using Pipeline.Suggestions.Slots;
using Pipeline.Suggestions.Slots.Reading;

namespace Pipeline.Suggestions.Replies;

/// <summary>The ways in which an advisor may have written the days that slots can hold, longest first.</summary>
internal static class DayForms
{
    /// <summary>The forms with their slots. A day that two slots would hold is of neither: the next one may differ.</summary>
    public static IReadOnlyList<(string Written, string Slot)> Of(MessageScored scored, bool french)
    {
        var attributes = scored.Conversation.Attributes;
        (DateOnly? Day, string Slot)[] slots =
        [
            (attributes?.DeliveryDate, PhraseSlots.DeliveryDate),
            (attributes?.AppointmentDate, PhraseSlots.AppointmentDate),
            (new SpokenFacts(scored, french).Day(), PhraseSlots.Date),
        ];
        return
        [
            .. slots.Where(slot => slot.Day is { } day && slots.Count(other => other.Day == day) == 1)
                .SelectMany(slot => Forms(slot.Day!.Value, french).Select(written => (written, slot.Slot)))
                .OrderByDescending(form => form.written.Length),
        ];
    }

    private static IEnumerable<string> Forms(DateOnly day, bool french)
    {
        // With the year of another, the writer names the year too; with its own, the writer leaves it out.
        foreach (var year in new[] { day.Year, day.Year + 1 })
        {
            var whole = DayNames.Write(day, year, french);
            yield return whole;
            yield return whole[(whole.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        }

        foreach (var pattern in french ? (string[])["dd/MM/yyyy", "dd/MM"] : ["yyyy-MM-dd"])
        {
            yield return day.ToString(pattern, CultureInfo.InvariantCulture);
        }

        if (!french)
        {
            var month = day.ToString("MMMM", CultureInfo.InvariantCulture);
            yield return $"{month} {day.Day}";
            yield return $"{day.DayOfWeek}, {month} {day.Day}";
            yield return $"{day.DayOfWeek} {month} {day.Day}";
        }
    }
}
