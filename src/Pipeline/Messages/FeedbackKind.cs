using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>What an advisor did with a suggestion, or without one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeedbackKind>))]
public enum FeedbackKind
{
    /// <summary>It was on the screen.</summary>
    [JsonStringEnumMemberName("shown")]
    Shown,

    /// <summary>It is about to be put where the advisor writes. Refused when it is stale.</summary>
    [JsonStringEnumMemberName("inserted")]
    Inserted,

    /// <summary>Its text was changed before sending.</summary>
    [JsonStringEnumMemberName("edited")]
    Edited,

    /// <summary>It is about to be sent, changed or not. Refused when it is stale.</summary>
    [JsonStringEnumMemberName("sent")]
    Sent,

    /// <summary>The advisor does not want it.</summary>
    [JsonStringEnumMemberName("dismissed")]
    Dismissed,

    /// <summary>The advisor leaves the frame to solve the matter. It is kept, counts against nobody, and feeds the library.</summary>
    [JsonStringEnumMemberName("horsCadre")]
    HorsCadre,

    /// <summary>The advisor is writing: no holding phrase is offered meanwhile.</summary>
    [JsonStringEnumMemberName("writing")]
    Writing,
}

/// <summary>Why a suggestion was dismissed, or the frame left. A closed list: free text would be about people.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeedbackReason>))]
public enum FeedbackReason
{
    /// <summary>Dismissed: it does not answer the matter.</summary>
    [JsonStringEnumMemberName("notRelevant")]
    NotRelevant,

    /// <summary>Dismissed: it sounds wrong here.</summary>
    [JsonStringEnumMemberName("wrongTone")]
    WrongTone,

    /// <summary>Dismissed: the customer was told so already.</summary>
    [JsonStringEnumMemberName("alreadySaid")]
    AlreadySaid,

    /// <summary>Dismissed: what it says is not right.</summary>
    [JsonStringEnumMemberName("incorrect")]
    Incorrect,

    /// <summary>Dismissed: it came too late.</summary>
    [JsonStringEnumMemberName("tooLate")]
    TooLate,

    /// <summary>Frame left: a gesture beyond the usual ones.</summary>
    [JsonStringEnumMemberName("goodwillGesture")]
    GoodwillGesture,

    /// <summary>Frame left: nothing foresees this case.</summary>
    [JsonStringEnumMemberName("exceptionalCase")]
    ExceptionalCase,

    /// <summary>Frame left: the rule would have done harm here.</summary>
    [JsonStringEnumMemberName("ruleDoesNotFit")]
    RuleDoesNotFit,

    /// <summary>Frame left: somebody needed help first.</summary>
    [JsonStringEnumMemberName("customerInDistress")]
    CustomerInDistress,

    /// <summary>Either: none of the others.</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}

/// <summary>Which reasons belong to what.</summary>
public static class FeedbackReasons
{
    /// <summary>The reasons that a kind takes; none for one that takes no reason.</summary>
    public static IReadOnlyList<FeedbackReason> Of(FeedbackKind kind) => kind switch
    {
        FeedbackKind.Dismissed => [.. Enum.GetValues<FeedbackReason>().Where(reason => reason <= FeedbackReason.TooLate), FeedbackReason.Other],
        FeedbackKind.HorsCadre => [.. Enum.GetValues<FeedbackReason>().Where(reason => reason > FeedbackReason.TooLate)],
        _ => [],
    };
}
