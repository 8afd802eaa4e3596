using Pipeline.Capture.Platforms.Generic;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Training.Cost;

/// <summary>A platform that takes every outcome: the call is counted and not made.</summary>
public sealed class SilentOutlet(PathMeter meter) : IPlatformOutlet
{
    /// <inheritdoc/>
    public string Platform => GenericPlatform.PlatformName;

    /// <inheritdoc/>
    public bool Reaches(string account) => true;

    /// <inheritdoc/>
    public Task DeliverAsync(string account, ConversationEvent outcome, CancellationToken cancellationToken)
    {
        meter.Count(static tally => tally.PlatformCalls++);
        return meter.OutsideAsync(
            static work => work with { PlatformCalls = work.PlatformCalls + 1 }, static () => Task.FromResult(true));
    }
}
