namespace Pipeline.Capture.Reading;

/// <summary>
/// A body is not what the platform sends. Thrown where the fault is found, and caught once, in <see cref="WebhookBody"/>: so that reading
/// a body stays a list of its fields. A body is only read after it verified, so no stranger can make us throw.
/// </summary>
internal sealed class BodyRefusedException(WebhookProblem problem) : Exception(problem.Detail)
{
    /// <summary>What is wrong.</summary>
    public WebhookProblem Problem { get; } = problem;
}
