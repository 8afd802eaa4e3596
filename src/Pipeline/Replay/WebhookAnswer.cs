namespace Pipeline.Replay;

/// <summary>How the sending of one webhook ended.</summary>
/// <param name="Status">The HTTP status of the last attempt; null when there was no answer.</param>
/// <param name="Latency">From the start of the last attempt to its answer.</param>
/// <param name="Attempts">How many attempts were made, 1 or more.</param>
/// <param name="Detail">What the answer's problem document or the network said; null when it was accepted.</param>
public sealed record WebhookAnswer(int? Status, TimeSpan Latency, int Attempts, string? Detail = null)
{
    /// <summary>Whether it was accepted (2xx).</summary>
    public bool Accepted => Status is >= 200 and < 300;
}
