using System.Collections.Frozen;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Access;

/// <summary>
/// Decides who may call an endpoint. Every handler asks it first, so that it holds in both hosts; what each endpoint needs stands in
/// <see cref="RouteTable"/>.
/// </summary>
internal static class Gate
{
    private const string KeyHeader = "X-Api-Key";
    private const string Bearer = "Bearer ";

    private static readonly FrozenDictionary<string, Roles> Needs =
        RouteTable.Endpoints.ToFrozenDictionary(endpoint => endpoint.Name, endpoint => endpoint.Roles, StringComparer.Ordinal);

    /// <summary>The answer to a caller who may not go on; null for one who may.</summary>
    /// <param name="request">The request.</param>
    /// <param name="endpoint">The endpoint's name in <see cref="RouteTable"/>.</param>
    public static ProblemAnswer? Refuse(HttpRequest request, string endpoint)
    {
        var needed = Needs[endpoint];
        var context = request.HttpContext;
        if (needed is Roles.Anyone or Roles.Platform || context.RequestServices.GetService<OpenAccess>() is not null)
        {
            return null;
        }

        if (Identify(request) is not { } caller)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Problems.AccessUnproven();
        }

        if (context.RequestServices.GetRequiredService<RateLimits>().Take(caller.Name) is { } pause)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(pause.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Problems.TooManyRequests();
        }

        if ((needed & caller.Role) == 0)
        {
            return Problems.RoleMissing(needed);
        }

        context.Items[typeof(Caller)] = caller;
        return null;
    }

    /// <summary>Who was let in; null where everybody is.</summary>
    public static Caller? Entered(HttpRequest request) => request.HttpContext.Items[typeof(Caller)] as Caller;

    private static Caller? Identify(HttpRequest request)
    {
        var services = request.HttpContext.RequestServices;
        if (services.GetRequiredService<IOptions<AccessOptions>>().Value.Source == AccessSource.AzurePlatform)
        {
            return request.Headers[AzurePrincipal.Header] is [{ } principal] ? AzurePrincipal.Read(principal) : null;
        }

        var key = request.Headers.Authorization is [{ } authorization] && authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? authorization[Bearer.Length..].Trim()
            : request.Headers[KeyHeader] is [{ } plain] ? plain : null;
        return key is null ? null : services.GetRequiredService<AccessKeys>().Find(key);
    }
}
