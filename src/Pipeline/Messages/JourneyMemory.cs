using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>
/// What the next message of a journey is read with: as little as the rules need, whatever the length of the conversation, and no text.
/// </summary>
public sealed record JourneyMemory
{
    /// <summary>The valence that follows slowly, -1 to 1.</summary>
    public double Slow { get; init; }

    /// <summary>What the advisors' side last wrote in a row; null before it wrote.</summary>
    public ServiceBlock? Answer { get; init; }

    /// <summary>What it wrote in a row before that, with the customer's words in between.</summary>
    public ServiceBlock? AnswerBefore { get; init; }

    /// <summary>Whether the customer wrote since <see cref="Answer"/>.</summary>
    public bool CustomerLast { get; init; }

    /// <summary>Whether nothing the customer wrote since <see cref="Answer"/> was plain displeasure.</summary>
    public bool CalmSince { get; init; } = true;

    /// <summary>Whether nothing the customer wrote between <see cref="AnswerBefore"/> and <see cref="Answer"/> was plain displeasure.</summary>
    public bool CalmBetween { get; init; } = true;

    /// <summary>How often anger, annoyance or disappointment was dominant since the mood turned.</summary>
    public int AngerSince { get; init; }

    /// <summary>How often anger itself was dominant since the mood turned.</summary>
    public int RageSince { get; init; }

    /// <summary>How often fear was dominant since the mood turned.</summary>
    public int FearSince { get; init; }

    /// <summary>Whether the customer's last message held meant thanks.</summary>
    public bool ThanksLast { get; init; }
}

/// <summary>What advisors or bots wrote in a row.</summary>
public sealed record ServiceBlock
{
    /// <summary>The last message of it.</summary>
    public required ServiceTurn Last { get; init; }

    /// <summary>The longest message of it.</summary>
    public required ServiceTurn Longest { get; init; }

    /// <summary>What its texts do, each once, in the order of the acts.</summary>
    public IReadOnlyList<ServiceAct> Acts { get; init; } = [];

    /// <summary>The longest silence before one of its messages, in seconds.</summary>
    public int SilenceSeconds { get; init; }
}

/// <summary>A message of an advisor or a bot.</summary>
/// <param name="Turn">Which message of the conversation it is, from 0.</param>
/// <param name="MessageId">The platform's id of it.</param>
/// <param name="Length">Characters of text, digits aside.</param>
public sealed record ServiceTurn(int Turn, string MessageId, int Length);

/// <summary>What an advisor's text does, as far as it can turn a mood. Nothing of it is a feeling.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ServiceAct>))]
public enum ServiceAct
{
    /// <summary>It says no, or names a fee, a delay, a rule.</summary>
    Refuses,

    /// <summary>It hands over, or sends elsewhere.</summary>
    Transfers,

    /// <summary>It asks what the customer has already said.</summary>
    AsksAgain,

    /// <summary>It speaks in ready-made phrases.</summary>
    SpeaksCanned,

    /// <summary>It asks to try something.</summary>
    AsksToTry,
}
