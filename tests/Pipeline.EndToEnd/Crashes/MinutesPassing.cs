using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ports;
using Pipeline.Routing;
using Pipeline.Sqlite;

namespace Pipeline.EndToEnd.Crashes;

/// <summary>
/// What the timer does in the minutes after a crash, without waiting for them. A place is claimed just before the assignment that says so is
/// written, in another partition: a crash in between leaves a place that nobody uses, and the timer gives back what it has seen so twice.
/// </summary>
internal static class MinutesPassing
{
    /// <summary>Runs the timer twice on the data folder of a host that has ended.</summary>
    public static async Task RunAsync(string dataFolder, CancellationToken cancellationToken)
    {
        using var folder = DataFolder.Open(dataFolder);
        await using var tables = new SqliteTables(folder);
        await using var bus = new SqliteBus(folder, ConversationFlow.Topology, TimeProvider.System);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<ITables>(tables)
            .AddSingleton<IBus>(bus)
            .AddPipeline()
            .BuildServiceProvider();
        var job = services.GetRequiredService<AssignWaitingJob>();
        await job.RunAsync(cancellationToken);
        await job.RunAsync(cancellationToken);
    }
}
