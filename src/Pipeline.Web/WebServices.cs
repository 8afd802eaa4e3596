using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pipeline.Web.Health;

namespace Pipeline.Web;

/// <summary>Registers what the endpoints need beyond the ports, which the host adds.</summary>
public static class WebServices
{
    /// <summary>Adds the health checks and the clock.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<HealthChecks>();
        return services;
    }
}
