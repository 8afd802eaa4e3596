namespace Pipeline.Training.Replay;

/// <summary>What a replay came to.</summary>
public sealed record ReplayReport
{
    /// <summary>Conversations played.</summary>
    public required int Conversations { get; init; }

    /// <summary>Webhooks that were accepted: messages, ratings and closes.</summary>
    public required int Accepted { get; init; }

    /// <summary>Attempts beyond the first.</summary>
    public required int Retries { get; init; }

    /// <summary>From the first webhook to the last answer.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The time from a webhook to its 2xx, without failed attempts before.</summary>
    public required LatencySummary Latency { get; init; }

    /// <summary>Webhooks that were never accepted, by what came back last.</summary>
    public required IReadOnlyDictionary<string, int> Errors { get; init; }

    /// <summary>Accepted webhooks a second.</summary>
    public double Throughput => Elapsed > TimeSpan.Zero ? Accepted / Elapsed.TotalSeconds : 0;
}
