#if AZURE_PACKAGES
using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using OpenTelemetry;
#endif
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Functions.Telemetry;

/// <summary>
/// Sends the app's traces, metrics and logs to Application Insights, as host.json (<c>telemetryMode</c>) has the Functions runtime send its own.
/// Nothing is sent unless <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> is set; it names the place and holds no secret that is used: the app's
/// identity signs in.
/// </summary>
public static class AzureMonitorExport
{
    /// <summary>The setting that names the place.</summary>
    public const string ConnectionSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Adds the export. A build without the official packages has nothing to send with, and adds nothing.</summary>
    public static IServiceCollection AddAzureMonitorExport(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration[ConnectionSetting]))
        {
            return services;
        }

#if AZURE_PACKAGES
        services.AddOpenTelemetry()
            .WithTracing(traces => traces.AddSource(PipelineTelemetry.Name))
            .WithMetrics(metrics => metrics.AddMeter(PipelineTelemetry.Name))
            .UseFunctionsWorkerDefaults()
            .UseAzureMonitorExporter();
        services.AddOptions<AzureMonitorExporterOptions>()
            .Configure<TokenCredential>(static (options, credential) => options.Credential = credential);
#endif
        return services;
    }
}
