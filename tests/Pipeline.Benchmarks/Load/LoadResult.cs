using Pipeline.Training.Replay;

namespace Pipeline.Benchmarks.Load;

/// <summary>What a load generator saw.</summary>
/// <param name="Accepted">Webhooks answered 2xx.</param>
/// <param name="Refused">Webhooks answered otherwise.</param>
/// <param name="BodyBytes">The bytes of all accepted bodies.</param>
/// <param name="Seconds">From the first request to the last answer.</param>
/// <param name="Answer">From request to answer, after the generator's own start.</param>
/// <param name="Transcript">From request to the message in the transcript, sampled.</param>
/// <param name="Suggestion">From request to the suggestions in the transcript, sampled.</param>
/// <param name="Samples">How many were sampled.</param>
/// <param name="Conversations">How many conversations were begun.</param>
internal sealed record LoadResult(
    long Accepted,
    long Refused,
    long BodyBytes,
    double Seconds,
    LatencySummary Answer,
    LatencySummary Transcript,
    LatencySummary Suggestion,
    int Samples,
    int Conversations)
{
    /// <summary>What the line of output with the result begins with.</summary>
    public const string Line = "Result: ";
}
