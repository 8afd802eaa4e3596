using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Local.CommandLine;
using Pipeline.Local.Demo;
using Pipeline.Local.Startup;
using Pipeline.Ports;
using Pipeline.Sqlite;

namespace Pipeline.Benchmarks.Quality;

/// <summary>
/// A data folder of the local host with so many conversations in it, all that is made of closed ones too. It is kept, and grows when more are asked
/// for: a file beside the tables says how many there are.
/// </summary>
internal sealed class QualityData(string folder)
{
    // Together they share commits; more of them only hold more in memory.
    private const int AtOnce = 192;

    private readonly string _marker = Path.Combine(folder, "quality-conversations.txt");

    /// <summary>How many conversations there are.</summary>
    public int Count => File.Exists(_marker) ? int.Parse(File.ReadAllText(_marker), CultureInfo.InvariantCulture) : 0;

    /// <summary>Adds conversations until there are so many.</summary>
    public async Task GrowAsync(int conversations, CancellationToken cancellationToken)
    {
        if (Count >= conversations)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        await using var services = Services();
        var tables = (InHandTables)services.GetRequiredService<ITables>();
        var indexer = services.GetRequiredService<ITranscriptIndexer>();
        var search = services.GetRequiredService<ITranscriptSearchUpkeep>();
        var maker = new ConversationMaker(await BundledConversations.ReadAsync(cancellationToken));
        var clock = TimeProvider.System;
        var started = clock.GetTimestamp();
        for (var from = Count; from < conversations; from = Count)
        {
            // A marker a thousand: what was begun and not marked is written again, the same.
            var to = Math.Min(conversations, from + 1_000);
            await Parallel.ForAsync(from, to, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (number, token) =>
            {
                var rows = SyntheticRows.Of(maker.Make(number));
                var key = rows[0].PartitionKey;
                await tables.TakeAsync(key, rows, token);
                await indexer.IndexAsync(key, token);
                tables.Drop(key);
            });

            // The timer's work, every thousand conversations instead of every minute.
            await search.MaintainAsync(cancellationToken);
            await File.WriteAllTextAsync(_marker, to.ToString(CultureInfo.InvariantCulture), cancellationToken);
            var seconds = clock.GetElapsedTime(started).TotalSeconds;
            if (to % 10_000 == 0 || to == conversations)
            {
                Console.Error.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{to} conversations, {tables.Rows} rows, {seconds:F0} s, {tables.Rows / seconds:F0} rows/s"));
            }
        }
    }

    private ServiceProvider Services()
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSettings(new ConfigurationBuilder().Build(), folder, new LocalOptions(false, 1, folder, []))
            .AddSqlite(folder, ConversationFlow.Topology)
            .AddPipeline();
        services.AddSingleton<ITables>(provider => new InHandTables(provider.GetRequiredService<SqliteTables>()));
        return services.BuildServiceProvider();
    }
}
