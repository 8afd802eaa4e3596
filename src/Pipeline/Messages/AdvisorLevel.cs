using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>How experienced an advisor is: it decides how much help is offered, and that novices are not given what needs an expert.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AdvisorLevel>))]
public enum AdvisorLevel
{
    /// <summary>Learns the work.</summary>
    [JsonStringEnumMemberName("novice")]
    Novice,

    /// <summary>Does the work alone.</summary>
    [JsonStringEnumMemberName("confirmed")]
    Confirmed,

    /// <summary>Knows more than the library.</summary>
    [JsonStringEnumMemberName("expert")]
    Expert,
}
