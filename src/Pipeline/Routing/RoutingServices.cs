using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Routing;

/// <summary>Registers the routing stage.</summary>
public static class RoutingServices
{
    /// <summary>Adds the stage, the assigner and the job.</summary>
    public static IServiceCollection AddRouting(this IServiceCollection services) => services
        .AddSingleton<RouteStage>()
        .AddSingleton<AssignWaitingJob>();
}
