using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>Why a conversation was taken back from an advisor and waits again. Blameless: it says what happened and not whose fault it was.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReturnReason>))]
public enum ReturnReason
{
    /// <summary>The customer waited, and the advisor wrote nothing for long.</summary>
    [JsonStringEnumMemberName("advisorSilent")]
    AdvisorSilent,

    /// <summary>The advisor left, or their desk lost its connection.</summary>
    [JsonStringEnumMemberName("advisorGone")]
    AdvisorGone,
}
