using Pipeline.Ports;

namespace Pipeline.Contracts;

/// <summary>A started bus with the entities of <see cref="ContractTopology"/>, empty, and its clock.</summary>
public abstract class BusFixture : IAsyncDisposable
{
    public abstract IBus Bus { get; }

    public abstract IBusReceiver Receiver { get; }

    public abstract IDeadLetters DeadLetters { get; }

    public abstract IBusStatus Status { get; }

    public abstract DateTimeOffset Now { get; }

    /// <summary>Lets time pass on the bus's clock.</summary>
    public abstract Task AdvanceAsync(TimeSpan by);

    public abstract ValueTask DisposeAsync();
}

/// <summary>A bus that can be closed and opened again with what it holds.</summary>
public abstract class DurableBusFixture : BusFixture
{
    /// <summary>Closes the bus properly and opens it again.</summary>
    public abstract Task ReopenAsync();

    /// <summary>Opens the bus as it would be after the process was killed now.</summary>
    public abstract Task ReopenAfterCrashAsync();
}
