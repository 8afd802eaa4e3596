using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Pipeline.Web.Endpoints;

namespace Pipeline.Web;

/// <summary>Maps the endpoints for a host that has ASP.NET Core's routing (the Functions app has the Functions runtime's).</summary>
public static class EndpointMapping
{
    /// <summary>Maps every endpoint of <see cref="RouteTable"/> under a prefix, and the live page at <c>/</c> too.</summary>
    /// <param name="endpoints">Where they are mapped.</param>
    /// <param name="prefix">The route prefix of host.json, such as <c>api</c>; empty for none.</param>
    public static IEndpointRouteBuilder MapRouteTable(this IEndpointRouteBuilder endpoints, string prefix)
    {
        var root = prefix.Trim('/');
        foreach (var endpoint in RouteTable.Endpoints)
        {
            endpoints.MapMethods($"/{root}/{endpoint.Route}", [endpoint.Method], endpoint.Handler).WithDisplayName(endpoint.Name);
        }

        endpoints.MapGet("/", () => PageEndpoint.At(root.Length == 0 ? "." : $"./{root}")).WithDisplayName("PageAtRoot");
        return endpoints;
    }
}
