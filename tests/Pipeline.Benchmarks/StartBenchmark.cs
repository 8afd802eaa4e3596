using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pipeline.Benchmarks.Processes;
using Pipeline.Functions;
using Pipeline.Sqlite;

namespace Pipeline.Benchmarks;

/// <summary>
/// How long the Functions app's own work takes at a cold start: registering its services, building the container, and starting (stages made
/// with their models, seeds looked up, over the embedded tables). What the Functions runtime needs itself comes on top and is not ours.
/// </summary>
internal sealed class StartBenchmark(int starts)
{
    /// <summary>The hidden command that starts once and prints its times.</summary>
    public const string Once = "start-once";

    private const string Report = "milliseconds: ";

    private static readonly string[] Steps = ["services", "container", "start"];

    /// <summary>Starts as often as asked, each time in a process of its own, and prints the medians.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // The first start plants the seeds; an app that was deployed finds them.
        var folder = Directory.CreateTempSubdirectory("pipeline-start-").FullName;
        try
        {
            await StartAsync(folder, cancellationToken);
            var runs = new List<double[]>();
            for (var run = 0; run < starts; run++)
            {
                runs.Add(await StartAsync(folder, cancellationToken));
            }

            for (var step = 0; step < Steps.Length; step++)
            {
                Print(Steps[step], [.. runs.Select(run => run[step])]);
            }

            Print("all", [.. runs.Select(run => run.Sum())]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Starts once, in this process, and prints the milliseconds of each step.</summary>
    public static async Task RunOnceAsync(string folder, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string?>
        {
            ["ServiceBus:fullyQualifiedNamespace"] = "namespace.servicebus.windows.net",
            ["Tables:serviceUri"] = "https://account.table.core.windows.net/",
        };
        var watch = Stopwatch.StartNew();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection().AddLogging().AddFunctionsApp(configuration).AddSqlite(folder, ConversationFlow.Topology);
        var registered = watch.Elapsed;
        await using var provider = services.BuildServiceProvider();
        var built = watch.Elapsed;
        await Task.WhenAll(provider.GetServices<IHostedService>().Select(service => service.StartAsync(cancellationToken)));
        var started = watch.Elapsed;
        double[] times = [registered.TotalMilliseconds, (built - registered).TotalMilliseconds, (started - built).TotalMilliseconds];
        await Console.Out.WriteLineAsync(Report + string.Join(' ', times.Select(time => time.ToString("F1", CultureInfo.InvariantCulture))));
    }

    private static async Task<double[]> StartAsync(string folder, CancellationToken cancellationToken)
    {
        await using var child = ChildProcess.StartOwn(Once, folder);
        var line = await child.ReadLineAsync(Report, cancellationToken);
        return [.. line.Split(' ').Select(time => double.Parse(time, CultureInfo.InvariantCulture))];
    }

    private static void Print(string step, List<double> times)
    {
        times.Sort();
        Console.WriteLine($"{step,-10} median {times[times.Count / 2],7:F1} ms, slowest {times[^1],7:F1} ms");
    }
}
