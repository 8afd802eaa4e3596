using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Pipeline.Web.Access;
using Pipeline.Web.Health;

namespace Pipeline.Web;

/// <summary>Registers what the endpoints need beyond the ports, which the host adds.</summary>
public static class WebServices
{
    /// <summary>Adds the health checks, access and the clock. The host binds <see cref="AccessOptions"/>.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<HealthChecks>();
        services.TryAddSingleton<AccessKeys>();
        services.TryAddSingleton<RateLimits>();
        services.TryAddSingleton<WatcherLimits>();
        services.TryAddSingleton<ReadingAudit>();
        services.AddOptions<AccessOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AccessOptions>, AccessOptionsValidator>());
        return services;
    }
}
