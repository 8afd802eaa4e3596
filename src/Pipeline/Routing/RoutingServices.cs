using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ports;
using Pipeline.Routing.Rules;

namespace Pipeline.Routing;

/// <summary>Registers the routing stage.</summary>
public static class RoutingServices
{
    /// <summary>Adds the stage, the rules, the advisors and the job.</summary>
    public static IServiceCollection AddRouting(this IServiceCollection services) => services
        .AddSingleton<RoutingRulesSource>()
        .AddSingleton<RulesEditor>()
        .AddSingleton<AdvisorDirectory>()
        .AddSingleton<IAdvisorLoads, AdvisorLoads>()
        .AddSingleton<RouteStage>()
        .AddSingleton<AssignWaitingJob>()
        .AddSingleton<ISeed, RoutingSeed>();
}
