using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ports;
using Pipeline.Routing.Handover;

namespace Pipeline.Routing;

/// <summary>Registers the routing stage.</summary>
public static class RoutingServices
{
    /// <summary>Adds the stage, the rules, the advisors and the job.</summary>
    public static IServiceCollection AddRouting(this IServiceCollection services) => services
        .AddSingleton<RoutingRulesSource>()
        .AddSingleton<AdvisorDirectory>()
        .AddSingleton<IAdvisorLoads, AdvisorLoads>()
        .AddSingleton<RouteStage>()
        .AddSingleton<IHandoverCards, HandoverTelling>()
        .AddSingleton<AssignWaitingJob>()
        .AddSingleton<ISeed, RoutingSeed>();
}
