using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>Why suggestions must not be used any more.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WithdrawalReason>))]
public enum WithdrawalReason
{
    /// <summary>The customer has written again: what they say now is what needs an answer.</summary>
    [JsonStringEnumMemberName("customerWroteAgain")]
    CustomerWroteAgain,

    /// <summary>An advisor has answered.</summary>
    [JsonStringEnumMemberName("advisorAnswered")]
    AdvisorAnswered,

    /// <summary>The conversation has gone to another advisor since.</summary>
    [JsonStringEnumMemberName("transferred")]
    Transferred,

    /// <summary>The conversation is closed.</summary>
    [JsonStringEnumMemberName("closed")]
    Closed,

    /// <summary>The answered message, or one before it, was edited, deleted or became known late: others are made from what is known now.</summary>
    [JsonStringEnumMemberName("messageChanged")]
    MessageChanged,

    /// <summary>The answered message was deleted.</summary>
    [JsonStringEnumMemberName("messageDeleted")]
    MessageDeleted,

    /// <summary>The phrase was taken out of the library.</summary>
    [JsonStringEnumMemberName("phraseRetired")]
    PhraseRetired,

    /// <summary>The answered message lies too far back to look at.</summary>
    [JsonStringEnumMemberName("tooFarBack")]
    TooFarBack,

    /// <summary>The conversation is not known, for it was erased.</summary>
    [JsonStringEnumMemberName("erased")]
    Erased,
}
