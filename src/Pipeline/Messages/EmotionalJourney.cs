namespace Pipeline.Messages;

/// <summary>How the customer's feeling went over a conversation (docs/emotional-journey.md). The advisor's is never scored.</summary>
public sealed record EmotionalJourney
{
    /// <summary>How many of the newest delight moments are kept.</summary>
    public const int MostDelights = 5;

    /// <summary>The dominant emotion of the customer's first message that expressed one; null while none did.</summary>
    public Emotion? Start { get; init; }

    /// <summary>The dominant emotion of the message with the lowest valence; null while no message was scored.</summary>
    public Emotion? Worst { get; init; }

    /// <summary>The dominant emotion of the customer's last message.</summary>
    public Emotion? Last { get; init; }

    /// <summary>The valence of the first scored message, -1 to 1.</summary>
    public double StartValence { get; init; }

    /// <summary>The lowest valence, -1 to 1.</summary>
    public double WorstValence { get; init; }

    /// <summary>The valence of the last scored message, -1 to 1.</summary>
    public double LastValence { get; init; }

    /// <summary>
    /// Valence smoothed over the customer's messages (exponential: half weight on the newest, a fifth when it expresses nothing), -1 to 1.
    /// </summary>
    public double Smoothed { get; init; }

    /// <summary>Where it is going: the smoothed valence less one that follows slowly. Above 0 it gets better, below worse; -2 to 2.</summary>
    public double Trend { get; init; }

    /// <summary>How many of the customer's messages in a row, up to the last, were negative.</summary>
    public int NegativeStreak { get; init; }

    /// <summary>How many of the customer's messages in a row, up to the last, were positive.</summary>
    public int PositiveStreak { get; init; }

    /// <summary>How many messages were scored.</summary>
    public int Scored { get; init; }

    /// <summary>The customer's message where the mood first turned; null while it has not.</summary>
    public TriggerTurn? Trigger { get; init; }

    /// <summary>The advisor's message that brought the first lift after the trigger; null while there was none.</summary>
    public RepairTurn? Repair { get; init; }

    /// <summary>Whether the mood turned again after the repair.</summary>
    public bool Relapsed { get; init; }

    /// <summary>The newest moments of delight, oldest first, at most <see cref="MostDelights"/>.</summary>
    public IReadOnlyList<DelightMoment> Delights { get; init; } = [];

    /// <summary>Whether meant thanks stand in one of the customer's last two messages.</summary>
    public bool Thanked { get; init; }

    /// <summary>The version of the rules that made it; 0 where a version without rules did.</summary>
    public int Rules { get; init; }

    /// <summary>What the next message is read with.</summary>
    public JourneyMemory Memory { get; init; } = new();
}
