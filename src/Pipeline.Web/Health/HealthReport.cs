using Pipeline.Ports;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Health;

/// <summary>What the checks found.</summary>
/// <param name="Checks">Each check.</param>
/// <param name="Queues">How full the bus is; empty when it cannot be read.</param>
internal sealed record HealthReport(IReadOnlyList<HealthCheckAnswer> Checks, IReadOnlyList<QueueDepth> Queues)
{
    /// <summary>Healthy when every check is.</summary>
    public HealthStatus Status =>
        Checks.All(check => check.Status == HealthStatus.Healthy) ? HealthStatus.Healthy : HealthStatus.Unhealthy;
}
