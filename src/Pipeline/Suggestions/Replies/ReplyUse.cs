using System.Globalization;

namespace Pipeline.Suggestions.Replies;

/// <summary>One use of a reply, by hashes.</summary>
/// <param name="Answer">The advisor's message.</param>
/// <param name="Conversation">The conversation.</param>
/// <param name="Advisor">The advisor; 0 when not known.</param>
/// <param name="Day">The day it was sent (UTC).</param>
/// <param name="Intent">What the answered message was about; empty when it did not tell.</param>
/// <param name="Text">How it was worded.</param>
internal sealed record ReplyUse(ulong Answer, ulong Conversation, ulong Advisor, DateOnly Day, string Intent, string Text)
{
    private const char Separator = ':';

    /// <summary>The use as a column keeps it, its wording by its place in a list.</summary>
    public string Write(IReadOnlyList<string> texts) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Answer:x16}{Separator}{Conversation:x16}{Separator}{Advisor:x16}{Separator}{Day.DayNumber}{Separator}{Intent}{Separator}{texts.ToList().IndexOf(Text)}");

    /// <summary>Reads what <see cref="Write"/> wrote; null when it is something else.</summary>
    public static ReplyUse? Read(string written, IReadOnlyList<string> texts)
    {
        var parts = written.Split(Separator);
        return parts.Length == 6
            && Hash(parts[0]) is { } answer && Hash(parts[1]) is { } conversation && Hash(parts[2]) is { } advisor
            && int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day <= DateOnly.MaxValue.DayNumber
            && int.TryParse(parts[5], NumberStyles.None, CultureInfo.InvariantCulture, out var text) && text < texts.Count
            ? new(answer, conversation, advisor, DateOnly.FromDayNumber(day), parts[4], texts[text])
            : null;
    }

    private static ulong? Hash(string part) =>
        ulong.TryParse(part, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hash) ? hash : null;
}
