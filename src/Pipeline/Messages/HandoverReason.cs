using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>
/// Why a conversation was handed over: a closed list, and every reason is about the process. There is no place for words about a colleague.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<HandoverReason>))]
public enum HandoverReason
{
    /// <summary>It needs another trade.</summary>
    [JsonStringEnumMemberName("other_skill")]
    OtherSkill,

    /// <summary>It needs a higher level of the same trade.</summary>
    [JsonStringEnumMemberName("higher_level")]
    HigherLevel,

    /// <summary>It needs another language.</summary>
    [JsonStringEnumMemberName("language")]
    Language,

    /// <summary>The customer asked for it.</summary>
    [JsonStringEnumMemberName("customer_asked")]
    CustomerAsked,

    /// <summary>Whoever had it is not at work any more.</summary>
    [JsonStringEnumMemberName("end_of_shift")]
    EndOfShift,

    /// <summary>There was no room for it any more where it was.</summary>
    [JsonStringEnumMemberName("capacity")]
    Capacity,

    /// <summary>The service that had it closed.</summary>
    [JsonStringEnumMemberName("out_of_hours")]
    OutOfHours,

    /// <summary>A tool that it needs was down.</summary>
    [JsonStringEnumMemberName("system_outage")]
    SystemOutage,

    /// <summary>It goes beyond what the bot does.</summary>
    [JsonStringEnumMemberName("beyond_bot")]
    BeyondBot,
}
