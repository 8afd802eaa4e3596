using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Web.Endpoints;

namespace Pipeline.Functions;

// The endpoints of routing.
public static partial class HttpFunctions
{
    /// <summary>Whether somebody can answer a visitor now.</summary>
    [Function("Availability")]
    public static Task<IResult> AvailabilityAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "availability")] HttpRequest request,
        CancellationToken cancellationToken) => AvailabilityEndpoint.GetAsync(request, cancellationToken);

    /// <summary>The advisors.</summary>
    [Function("Advisors")]
    public static Task<IResult> AdvisorsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "advisors")] HttpRequest request,
        CancellationToken cancellationToken) => AdvisorsEndpoint.GetAsync(request, cancellationToken);

    /// <summary>One advisor.</summary>
    [Function("Advisor")]
    public static Task<IResult> AdvisorAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "advisors/{id}")] HttpRequest request, string id,
        CancellationToken cancellationToken) => AdvisorsEndpoint.GetOneAsync(request, id, cancellationToken);

    /// <summary>Adds or changes an advisor.</summary>
    [Function("PutAdvisor")]
    public static Task<IResult> PutAdvisorAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "advisors/{id}")] HttpRequest request, string id,
        CancellationToken cancellationToken) => AdvisorsEndpoint.PutOneAsync(request, id, cancellationToken);

    /// <summary>Where an advisor is.</summary>
    [Function("AdvisorPresence")]
    public static Task<IResult> AdvisorPresenceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "advisors/{id}/presence")] HttpRequest request, string id,
        CancellationToken cancellationToken) => AdvisorsEndpoint.PutPresenceAsync(request, id, cancellationToken);

    /// <summary>An advisor's desk is connected.</summary>
    [Function("AdvisorHeartbeat")]
    public static Task<IResult> AdvisorHeartbeatAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "advisors/{id}/heartbeat")] HttpRequest request, string id,
        CancellationToken cancellationToken) => AdvisorsEndpoint.PostHeartbeatAsync(request, id, cancellationToken);

    /// <summary>The calendars.</summary>
    [Function("Calendars")]
    public static Task<IResult> CalendarsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "routing/calendars")] HttpRequest request,
        CancellationToken cancellationToken) => RoutingDataEndpoint.GetCalendarsAsync(request, cancellationToken);

    /// <summary>Replaces the calendars.</summary>
    [Function("PutCalendars")]
    public static Task<IResult> PutCalendarsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "routing/calendars")] HttpRequest request,
        CancellationToken cancellationToken) => RoutingDataEndpoint.PutCalendarsAsync(request, cancellationToken);

    /// <summary>How places are shared out.</summary>
    [Function("CapacityRules")]
    public static Task<IResult> CapacityRulesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "routing/capacity")] HttpRequest request,
        CancellationToken cancellationToken) => RoutingDataEndpoint.GetCapacityAsync(request, cancellationToken);

    /// <summary>Replaces how places are shared out.</summary>
    [Function("PutCapacityRules")]
    public static Task<IResult> PutCapacityRulesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "routing/capacity")] HttpRequest request,
        CancellationToken cancellationToken) => RoutingDataEndpoint.PutCapacityAsync(request, cancellationToken);

    /// <summary>The routing rules in force.</summary>
    [Function("RoutingRules")]
    public static Task<IResult> RoutingRulesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "routing/rules")] HttpRequest request,
        CancellationToken cancellationToken) => RoutingRulesEndpoint.GetAsync(request, cancellationToken);

    /// <summary>Puts routing rules in force.</summary>
    [Function("ChangeRoutingRules")]
    public static Task<IResult> ChangeRoutingRulesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "routing/rules")] HttpRequest request,
        CancellationToken cancellationToken) => RoutingRulesEndpoint.PutAsync(request, cancellationToken);

    /// <summary>The versions of the routing rules.</summary>
    [Function("RoutingRulesVersions")]
    public static Task<IResult> RoutingRulesVersionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "routing/rules/versions")] HttpRequest request,
        CancellationToken cancellationToken) => RoutingRulesEndpoint.GetVersionsAsync(request, cancellationToken);

    /// <summary>One version of the routing rules.</summary>
    [Function("RoutingRulesVersion")]
    public static Task<IResult> RoutingRulesVersionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "routing/rules/versions/{version}")] HttpRequest request,
        string version,
        CancellationToken cancellationToken) => RoutingRulesEndpoint.GetVersionAsync(request, version, cancellationToken);
}
