using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ports;
using Pipeline.Routing.Administration;
using Pipeline.Routing.Availability;
using Pipeline.Routing.Calendars;
using Pipeline.Routing.Capacity;
using Pipeline.Routing.Handover;
using Pipeline.Routing.Rules;

namespace Pipeline.Routing;

/// <summary>Registers the routing stage.</summary>
public static class RoutingServices
{
    /// <summary>Adds the stage, the rules, the advisors and the job.</summary>
    public static IServiceCollection AddRouting(this IServiceCollection services) => services
        .AddSingleton<RoutingRulesSource>()
        .AddSingleton<CapacityRulesSource>()
        .AddSingleton<CalendarRulesSource>()
        .AddSingleton<RulesEditor>()
        .AddSingleton<AdvisorDirectory>()
        .AddSingleton<WaitingLine>()
        .AddSingleton<IPersonalStore, AdvisorStore>()
        .AddSingleton<AssignmentTelling>()
        .AddSingleton<WaitingAssigner>()
        .AddSingleton<ClaimWatch>()
        .AddSingleton<Placement>()
        .AddSingleton<AdvisorAdministration>()
        .AddSingleton<AvailabilityReader>()
        .AddSingleton<IAdvisorLoads, AdvisorLoads>()
        .AddSingleton<IColleagues, Colleagues>()
        .AddSingleton<RouteStage>()
        .AddSingleton<HandoverDesk>()
        .AddSingleton<IHandoverCards, HandoverTelling>()
        .AddSingleton<IHandoverHistory, HandoverHistory>()
        .AddSingleton<AssignWaitingJob>()
        .AddSingleton<ISeed, RoutingSeed>();
}
