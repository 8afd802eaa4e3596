using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>Who has the word towards the customer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FloorHolder>))]
public enum FloorHolder
{
    /// <summary>A bot may write.</summary>
    [JsonStringEnumMemberName("bot")]
    Bot,

    /// <summary>A person does, and no bot.</summary>
    [JsonStringEnumMemberName("human")]
    Human,
}

/// <summary>What gave somebody the word.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FloorCause>))]
public enum FloorCause
{
    /// <summary>Nothing has happened yet that takes it from a bot.</summary>
    [JsonStringEnumMemberName("opening")]
    Opening,

    /// <summary>The conversation was closed: what comes after may be answered by a bot again.</summary>
    [JsonStringEnumMemberName("closed")]
    Closed,

    /// <summary>An advisor wrote.</summary>
    [JsonStringEnumMemberName("advisorWrote")]
    AdvisorWrote,

    /// <summary>The customer asked for a person.</summary>
    [JsonStringEnumMemberName("personWanted")]
    PersonWanted,

    /// <summary>A person accepted the conversation.</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted,

    /// <summary>It was handed over to a person.</summary>
    [JsonStringEnumMemberName("handedOver")]
    HandedOver,

    /// <summary>A person gave it back to the bot.</summary>
    [JsonStringEnumMemberName("handedBack")]
    HandedBack,
}

/// <summary>
/// Who has the word, and since when. An advisor's message, a wish for a person, an acceptance and a hand-over give it to a person; only a close
/// or an explicit hand-back gives it to a bot again.
/// </summary>
/// <param name="Holder">Who has it.</param>
/// <param name="Cause">What last gave it, or gave it again.</param>
/// <param name="Since">The place of that in the conversation (<see cref="ConversationKeys.Order"/>); empty at the opening.</param>
public sealed record ConversationFloor(FloorHolder Holder, FloorCause Cause, string Since)
{
    /// <summary>What a customer's text is about when it asks for a person and nothing else.</summary>
    public const string HumanRequest = "human_request";

    /// <summary>Whether a person is in, and not only wanted.</summary>
    [JsonIgnore]
    public bool IsTakenOver => Holder == FloorHolder.Human && Cause != FloorCause.PersonWanted;

    /// <summary>As it is before anything was said.</summary>
    public static ConversationFloor Opening { get; } = new(FloorHolder.Bot, FloorCause.Opening, "");

    /// <summary>The floor after one more message: see <see cref="ConversationState.Floor"/>.</summary>
    public ConversationFloor After(MessageAnalyzed message) => (message.Kind, message.Sender.Role) switch
    {
        (MessageKind.Close, _) => new(FloorHolder.Bot, FloorCause.Closed, message.OrderKey),
        (MessageKind.Message, SenderRole.Advisor) => new(FloorHolder.Human, FloorCause.AdvisorWrote, message.OrderKey),
        (MessageKind.Message, SenderRole.Customer) when WantsPerson(message.Analysis) =>
            new(FloorHolder.Human, FloorCause.PersonWanted, message.OrderKey),
        _ => this,
    };

    /// <summary>
    /// Who has the word now: what the messages say, unless somebody gave it to another after the last message that was known then.
    /// </summary>
    /// <param name="state">The conversation as it stands.</param>
    /// <param name="given">What somebody did outside the messages, last; null when nobody did.</param>
    public static ConversationFloor Now(ConversationState state, ConversationFloor? given)
    {
        var told = state.Floor ?? OfOldState(state);
        return given is null || string.CompareOrdinal(told.Since, given.Since) > 0 ? told : given;
    }

    // A version wrote it that knew of no floor: when in doubt a person has it.
    private static ConversationFloor OfOldState(ConversationState state) =>
        state.Closed ? new(FloorHolder.Bot, FloorCause.Closed, state.LastKey)
        : state.AdvisorMessages > 0 ? new(FloorHolder.Human, FloorCause.AdvisorWrote, state.LastKey)
        : state.Signals.ContainsKey(SignalNames.WantsHuman) ? new(FloorHolder.Human, FloorCause.PersonWanted, state.LastKey)
        : Opening;

    private static bool WantsPerson(TextAnalysis? analysis) =>
        analysis is not null && (analysis.Intent == HumanRequest || analysis.Signals.Contains(SignalNames.WantsHuman, StringComparer.Ordinal));
}
