namespace Pipeline.Training.Replay;

/// <summary>How fast the messages of one conversation follow each other.</summary>
public enum ReplayPace
{
    /// <summary>As soon as the one before was accepted.</summary>
    None,

    /// <summary>With the pauses of the recording.</summary>
    Recorded,
}
