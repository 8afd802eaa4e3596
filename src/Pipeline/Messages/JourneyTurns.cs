using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>What, just before it, made a customer's mood turn.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TriggerCause>))]
public enum TriggerCause
{
    /// <summary>Nothing that is known.</summary>
    Other,

    /// <summary>The customer came with it: nobody had answered yet.</summary>
    Arrival,

    /// <summary>A slow or silent advisor.</summary>
    Wait,

    /// <summary>A no, or an answer as bad: a price, a delay.</summary>
    Refusal,

    /// <summary>The customer was asked what they had already said.</summary>
    RepeatedQuestion,

    /// <summary>What was tried did not work.</summary>
    FailedStep,

    /// <summary>They were handed over, or told to ask elsewhere.</summary>
    Transfer,

    /// <summary>The wording: a canned sentence, a cold or a merry one.</summary>
    Tone,
}

/// <summary>The course of a whole conversation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConversationArc>))]
public enum ConversationArc
{
    /// <summary>The mood never turned.</summary>
    Calm,

    /// <summary>The mood never turned, and there was delight.</summary>
    Delight,

    /// <summary>It sank and was lifted.</summary>
    Repair,

    /// <summary>Anger that nothing lifted.</summary>
    RisingAnger,

    /// <summary>It was fear that turned it.</summary>
    Worry,

    /// <summary>Displeasure without anger that nothing lifted.</summary>
    FlatNegative,

    /// <summary>It went down again after a lift, or ended well without one.</summary>
    Mixed,
}

/// <summary>The customer's message where the mood first turned.</summary>
/// <param name="Turn">Which message of the conversation it is: all that customer, advisors and bots wrote, from 0.</param>
/// <param name="MessageId">The platform's id of it.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="Cause">What made it turn.</param>
/// <param name="Emotion">The dominant emotion of the message.</param>
/// <param name="Valence">Its valence, -1 to 1.</param>
/// <param name="Certainty">How sure the rules are that the mood turns here, 0.5 to 1.</param>
/// <param name="AfterMessageId">The message of an advisor or a bot before it; null when nobody had answered.</param>
/// <param name="WaitedSeconds">The longest silence before it: of an unanswered customer, or of an advisor between two messages.</param>
public sealed record TriggerTurn(
    int Turn, string MessageId, DateTimeOffset SentAt, TriggerCause Cause, Emotion Emotion, double Valence, double Certainty,
    string? AfterMessageId, int WaitedSeconds);

/// <summary>The advisor's message that brought the lift.</summary>
/// <param name="Turn">Which message of the conversation it is, from 0.</param>
/// <param name="MessageId">The platform's id of it.</param>
/// <param name="LiftTurn">Which message of the conversation shows the lift, from 0.</param>
/// <param name="LiftMessageId">The platform's id of the customer's message that shows the lift.</param>
/// <param name="Gain">The valence of that message less that of the trigger, 0 to 2.</param>
public sealed record RepairTurn(int Turn, string MessageId, int LiftTurn, string LiftMessageId, double Gain);

/// <summary>A customer's message of delight, beyond politeness.</summary>
/// <param name="Turn">Which message of the conversation it is, from 0.</param>
/// <param name="MessageId">The platform's id of it.</param>
/// <param name="AfterMessageId">The message of an advisor or a bot before it; null when nobody had answered.</param>
public sealed record DelightMoment(int Turn, string MessageId, string? AfterMessageId);
