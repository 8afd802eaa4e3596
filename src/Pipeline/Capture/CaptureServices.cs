using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Capture;

/// <summary>Registers the capture of webhooks.</summary>
public static class CaptureServices
{
    /// <summary>Adds the capture and the platforms.</summary>
    public static IServiceCollection AddCapture(this IServiceCollection services) => services.AddSingleton<WebhookCapture>();
}
