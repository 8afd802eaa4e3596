using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Capture.Platforms;
using Pipeline.Capture.Signatures;
using Pipeline.Ports;

namespace Pipeline.Capture;

/// <summary>Registers the capture of webhooks and the platforms, in and out.</summary>
public static class CaptureServices
{
    /// <summary>Adds the capture and every platform. The host binds <see cref="PlatformOptions"/>; they are checked at start.</summary>
    public static IServiceCollection AddCapture(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<PlatformOptions, PlatformOptionsValidator>();
        foreach (var platform in PlatformCatalog.Platforms)
        {
            services.AddSingleton(typeof(IPlatformInlet), platform.Inlet);
            if (platform.Outlet is { } outlet)
            {
                services.AddSingleton(typeof(IPlatformOutlet), outlet);
            }

            if (platform.History is { } history)
            {
                services.AddSingleton(typeof(IPlatformHistory), history);
            }
        }

        return services
            .AddSingleton<PlatformAccounts>()
            .AddSingleton<IOutletAccounts>(provider => provider.GetRequiredService<PlatformAccounts>())
            .AddSingleton<SignatureVerifier>()
            .AddSingleton(provider => new PlatformApi(
                provider.GetRequiredService<IOptions<PlatformOptions>>().Value, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<HistoryCalls>()
            .AddSingleton<WebhookTrial>()
            .AddSingleton<WebhookCapture>();
    }
}
