using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Pipeline.Local.Telemetry;

/// <summary>
/// Exports traces and metrics by OTLP. Everything is set by OpenTelemetry's standard variables (OTEL_EXPORTER_OTLP_ENDPOINT,
/// OTEL_EXPORTER_OTLP_PROTOCOL, OTEL_SERVICE_NAME …), which the SDK reads itself.
/// </summary>
public sealed class TelemetryExport : IHostedService, IDisposable
{
    private const string DefaultServiceName = "conversation-pipeline";

    // An absent collector must not hold the host's stop.
    private const int FlushMilliseconds = 1000;

    private static readonly string[] EndpointVariables =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
        "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
    ];

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    /// <summary>Whether a place to export to is set.</summary>
    public static bool IsWanted(IConfiguration configuration) =>
        EndpointVariables.Any(variable => !string.IsNullOrEmpty(configuration[variable]));

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(Resource())
            .AddSource(PipelineTelemetry.Name, "Microsoft.AspNetCore", "System.Net.Http")
            .AddOtlpExporter()
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(Resource())
            .AddMeter(PipelineTelemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
            .AddMeter("System.Net.Http", "System.Runtime")
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Task.Run(() => _traces?.Shutdown(FlushMilliseconds), CancellationToken.None),
        Task.Run(() => _metrics?.Shutdown(FlushMilliseconds), CancellationToken.None));

    /// <inheritdoc/>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    // What the variables say comes last, and wins.
    private static ResourceBuilder Resource() =>
        ResourceBuilder.CreateEmpty().AddService(DefaultServiceName).AddTelemetrySdk().AddEnvironmentVariableDetector();
}
