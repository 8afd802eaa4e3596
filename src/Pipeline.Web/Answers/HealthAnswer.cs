using System.Text.Json.Serialization;
using Pipeline.Ports;

namespace Pipeline.Web.Answers;

/// <summary>The process answers.</summary>
/// <param name="Status">Always <see cref="HealthStatus.Healthy"/>: a process that is not cannot say so.</param>
public sealed record LiveAnswer(HealthStatus Status);

/// <summary>Whether what the process needs is there.</summary>
/// <param name="Status">Healthy when every check is.</param>
/// <param name="Checks">The checks.</param>
public sealed record ReadyAnswer(HealthStatus Status, IReadOnlyList<HealthCheckAnswer> Checks);

/// <summary>How the whole is.</summary>
/// <param name="Status">Healthy when every check is.</param>
/// <param name="Checks">The checks.</param>
/// <param name="Queues">How full each queue and subscription is; empty when the bus cannot be read.</param>
public sealed record HealthAnswer(HealthStatus Status, IReadOnlyList<HealthCheckAnswer> Checks, IReadOnlyList<QueueDepth> Queues);

/// <summary>One check.</summary>
/// <param name="Name">What was looked at: tables or bus.</param>
/// <param name="Status">How it is.</param>
/// <param name="Seconds">How long it took to answer.</param>
public sealed record HealthCheckAnswer(string Name, HealthStatus Status, double Seconds);

/// <summary>How something is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HealthStatus>))]
public enum HealthStatus
{
    /// <summary>It works.</summary>
    Healthy,

    /// <summary>It failed, or did not answer in time.</summary>
    Unhealthy,
}
