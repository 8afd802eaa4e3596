namespace Pipeline.Training.Simulation;

/// <summary>What a run through a bad network came to.</summary>
public sealed record ChaosReport
{
    /// <summary>What was done to the webhooks.</summary>
    public required ChaosPlan<SimulatedEvent> Plan { get; init; }

    /// <summary>Conversations played.</summary>
    public required int Conversations { get; init; }

    /// <summary>What happened in them.</summary>
    public required int Happenings { get; init; }

    /// <summary>Webhooks that the host took, repetitions included.</summary>
    public required int Accepted { get; init; }

    /// <summary>How many the sweeps found missing.</summary>
    public required long Found { get; init; }

    /// <summary>How many are in the transcripts only because a sweep fetched them.</summary>
    public required long Saved { get; init; }

    /// <summary>Callbacks that the host made, each idempotency key once.</summary>
    public required int Callbacks { get; init; }

    /// <summary>The conversations whose transcript is not the truth, with how; and what else went wrong.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>Whether the transcripts are the truth and the sweep found and saved what was lost, no more and no less.</summary>
    public bool Holds => Faults.Count == 0 && Found == Plan.Lost.Count && Saved == Plan.Lost.Count;
}
