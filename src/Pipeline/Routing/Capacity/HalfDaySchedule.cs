using System.Text.Json.Serialization;

namespace Pipeline.Routing.Capacity;

/// <summary>What an advisor does in one half of a day.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HalfDay>))]
public enum HalfDay
{
    /// <summary>Does not work.</summary>
    [JsonStringEnumMemberName("off")]
    Off,

    /// <summary>Takes conversations.</summary>
    [JsonStringEnumMemberName("chat")]
    Chat,

    /// <summary>Is on the phone, and takes no conversation.</summary>
    [JsonStringEnumMemberName("phone")]
    Phone,
}

/// <summary>The two halves of a weekday.</summary>
/// <param name="Morning">From midnight to noon.</param>
/// <param name="Afternoon">From noon to midnight.</param>
public sealed record HalfDays(HalfDay Morning, HalfDay Afternoon);

/// <summary>
/// Which half-days of the week an advisor gives to chat: advisors alternate half-days of chat and of phone in the centre of the founding
/// study. A weekday that is not named is off.
/// </summary>
public sealed record HalfDaySchedule
{
    /// <summary>The IANA time zone that the half-days are meant in.</summary>
    public string TimeZone { get; set; } = "Europe/Paris";

    /// <summary>When the afternoon begins, as HH:mm in that zone; 13:00 unless said.</summary>
    // Plain setters: the source-generated reader gives an absent init-only property its type's default, not this one.
    public string Noon { get; set; } = "13:00";

    /// <summary>The half-days by weekday (monday … sunday).</summary>
    public required IReadOnlyDictionary<string, HalfDays> Days { get; init; }

    /// <summary>What the advisor does at a moment.</summary>
    public HalfDay At(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, TimeZones.Known(TimeZone));
        if (!Days.TryGetValue(Weekdays.Name(local.DayOfWeek), out var day))
        {
            return HalfDay.Off;
        }

        return local.TimeOfDay < TimeSpan.FromMinutes(TimeOfDayText.Minutes(Noon)!.Value) ? day.Morning : day.Afternoon;
    }

    /// <summary>What is wrong with it, naming the field; null when nothing is.</summary>
    public FieldFault? Fault()
    {
        if (TimeZones.Find(TimeZone) is null)
        {
            return new("schedule.timeZone", $"'{TimeZone}' is not an IANA time zone such as Europe/Paris.");
        }

        if (TimeOfDayText.Minutes(Noon) is null)
        {
            return new("schedule.noon", $"'{Noon}' must be a time of day written HH:mm, such as 13:00.");
        }

        foreach (var (day, halves) in Days)
        {
            if (!Weekdays.Names.Contains(day))
            {
                return new($"schedule.days.{day}", $"'{day}' must be one of {string.Join(", ", Weekdays.Names)}.");
            }

            if (halves is null)
            {
                return new($"schedule.days.{day}", "It needs morning and afternoon.");
            }
        }

        return null;
    }
}
