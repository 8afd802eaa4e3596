namespace Pipeline.Messages;

/// <summary>How the customer's feeling went over a conversation. The advisor's is never scored.</summary>
public sealed record EmotionalJourney
{
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

    /// <summary>Valence smoothed over the customer's messages (exponential, half weight on the newest), -1 to 1.</summary>
    public double Smoothed { get; init; }

    /// <summary>How many of the customer's messages in a row, up to the last, were negative.</summary>
    public int NegativeStreak { get; init; }

    /// <summary>How many messages were scored.</summary>
    public int Scored { get; init; }
}
