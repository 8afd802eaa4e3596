using Pipeline.Contracts;
using Pipeline.Ports;
using Pipeline.Sqlite;

namespace Pipeline.Tests.Sqlite;

/// <summary>The embedded bus in a folder of its own.</summary>
public sealed class SqliteBusFixture : DurableBusFixture
{
    private readonly SettableClock _clock = new();
    private ScratchFolder _scratch = new();
    private DataFolder _folder;
    private SqliteBus _bus;

    public SqliteBusFixture() => (_folder, _bus) = Open();

    public override IBus Bus => _bus;

    public override IBusReceiver Receiver => _bus;

    public override IDeadLetters DeadLetters => _bus;

    public override IBusStatus Status => _bus;

    public override DateTimeOffset Now => _clock.GetUtcNow();

    public override Task AdvanceAsync(TimeSpan by)
    {
        _clock.Advance(by);
        return Task.CompletedTask;
    }

    public override async Task ReopenAsync()
    {
        await CloseAsync();
        (_folder, _bus) = Open();
    }

    public override async Task ReopenAfterCrashAsync()
    {
        var crashed = _scratch;
        _scratch = crashed.Copy();
        await CloseAsync();
        crashed.Dispose();
        (_folder, _bus) = Open();
    }

    public override async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _scratch.Dispose();
    }

    private (DataFolder Folder, SqliteBus Bus) Open()
    {
        var folder = DataFolder.Open(_scratch.Path);
        return (folder, new SqliteBus(folder, ContractTopology.Topology, _clock));
    }

    private async Task CloseAsync()
    {
        await _bus.DisposeAsync();
        _folder.Dispose();
    }
}
