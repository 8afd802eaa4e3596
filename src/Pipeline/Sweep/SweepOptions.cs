namespace Pipeline.Sweep;

/// <summary>Settings of the sweep, from the section <c>Sweep</c>.</summary>
public sealed class SweepOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Sweep";

    /// <summary>
    /// What is younger is left to the webhooks: it may be on its way still. Two minutes: the generic client tries again for less than one,
    /// and a message on the queue is recorded within seconds.
    /// </summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How far behind the time up to which all is known to be there each sweep looks again, for what a platform adds to its history late;
    /// and how far back the first sweep of an account looks. A quarter of an hour: three sweeps see all that happens.
    /// </summary>
    public TimeSpan LookBack { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// With more messages than this waiting to be recorded, a sweep is put off: what only waits would be taken for missing. 1,000 are
    /// recorded well within <see cref="Grace"/>.
    /// </summary>
    public int MaxBacklog { get; set; } = 1000;
}
