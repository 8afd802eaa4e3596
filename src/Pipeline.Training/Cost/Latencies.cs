namespace Pipeline.Training.Cost;

/// <summary>How long a call to a service is assumed to take within a region: the file of prices says so, for they can't be measured here.</summary>
/// <param name="TableMilliseconds">A transaction of Table storage.</param>
/// <param name="BusMilliseconds">A send to Service Bus.</param>
/// <param name="SettleMilliseconds">The settlement of a batch.</param>
/// <param name="PlatformMilliseconds">A call to the chat platform.</param>
public sealed record Latencies(double TableMilliseconds, double BusMilliseconds, double SettleMilliseconds, double PlatformMilliseconds);
