using System.Globalization;
using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>
/// The rows of the table Audit. Each reading or change stands twice: at its place (a conversation, a text of the library), by time; and on its
/// day, newest first, for those who look through all of them. The second follows from the first.
/// </summary>
public static class AuditRows
{
    /// <summary>What every partition of a day begins with.</summary>
    public const string DayPrefix = "day~";

    /// <summary>What the places of erased conversations begin with; a keyed hash follows.</summary>
    public const string ErasedPrefix = "erased~";

    /// <summary>The partition of a day.</summary>
    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{DayPrefix}{day:yyyyMMdd}");

    /// <summary>The row at the place.</summary>
    /// <param name="place">What was read or changed.</param>
    /// <param name="at">When.</param>
    /// <param name="number">Tells two of one moment apart.</param>
    /// <param name="name">Who.</param>
    /// <param name="properties">What is told.</param>
    public static TableRow AtPlace(string place, DateTimeOffset at, ushort number, string name, IReadOnlyDictionary<string, object> properties)
    {
        var time = at.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfffffff", CultureInfo.InvariantCulture);
        return new(place, $"{time}-{number:X4}-{ConversationKeys.Safe(name)}", properties);
    }

    /// <summary>When the entry of a row at a place was written; null for a row of another form.</summary>
    public static DateTimeOffset? At(TableRow row) =>
        row.Properties.TryGetValue("ReadAt", out var read) ? (DateTimeOffset)read
        : row.Properties.TryGetValue("ChangedAt", out var changed) ? (DateTimeOffset)changed
        : null;

    /// <summary>The row of the same entry on its day; null for a row of another form.</summary>
    public static TableRow? OnDay(TableRow atPlace) =>
        At(atPlace) is { } at && atPlace.RowKey.IndexOf('-', StringComparison.Ordinal) is > 0 and var end
            ? new(
                Day(DateOnly.FromDateTime(at.UtcDateTime)),
                string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks:D19}{atPlace.RowKey[end..]}"),
                atPlace.Properties)
            : null;
}
