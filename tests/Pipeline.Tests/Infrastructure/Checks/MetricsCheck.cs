using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Pipeline.Web;

namespace Pipeline.Tests.Infrastructure.Checks;

/// <summary>The metrics that alerts and the dashboard look at are measured by the code.</summary>
internal static class MetricsCheck
{
    private const string Prefix = "pipeline.";

    /// <summary>The metrics of the pipeline's meter: those of the domain and of the web API, whose classes of metrics are made to run.</summary>
    public static IReadOnlySet<string> OfCode { get; } = Measured();

    public static IEnumerable<string> Find(string text, IReadOnlySet<string> measured) =>
        Named(text).Distinct().Where(name => !measured.Contains(name)).Select(name => $"{name} is looked at, and nobody measures it.");

    /// <summary>What stands between quotation marks and begins as metrics do; the marks may be escaped.</summary>
    private static IEnumerable<string> Named(string text) =>
        text.Split('"').Select(part => part.TrimEnd('\\')).Where(part => part.StartsWith(Prefix, StringComparison.Ordinal));

    private static HashSet<string> Measured()
    {
        HashSet<string> names = [];
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == PipelineTelemetry.Name)
                {
                    lock (names)
                    {
                        names.Add(instrument.Name);
                    }
                }
            },
        };
        listener.Start();
        foreach (var type in typeof(ConversationFlow).Assembly.GetTypes().Concat(typeof(RouteTable).Assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Telemetry", StringComparison.Ordinal)))
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        lock (names)
        {
            return [.. names];
        }
    }
}
