using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Routing.Availability;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>Whether somebody can answer a visitor now, for the chat window on a brand's pages. Nothing here is about people.</summary>
public static class AvailabilityEndpoint
{
    private const int MaxPage = 500;
    private const int MaxBrand = 100;

    private static readonly string CacheControl =
        string.Create(CultureInfo.InvariantCulture, $"public, max-age={AvailabilityReader.Fresh.TotalSeconds}");

    /// <summary>Whether to show the window and when to propose it: <c>page</c>, <c>brand</c>, <c>language</c>.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "Availability") is { } refusal)
        {
            return refusal;
        }

        var query = new QueryReader(request.Query, "page", "brand", "language");
        var (page, brand, language) = (query.Text("page"), query.Text("brand"), query.Text("language"));
        if (query.Problem is { } problem)
        {
            return problem;
        }

        if (page is not null && (page[0] != '/' || page.Length > MaxPage))
        {
            return Problems.QueryInvalid("page", $"a path that starts with '/', of at most {MaxPage} characters");
        }

        if (brand?.Length > MaxBrand)
        {
            return Problems.QueryInvalid("brand", $"a name of at most {MaxBrand} characters");
        }

        if (language is not (null or "fr" or "en"))
        {
            return Problems.QueryInvalid("language", "one of fr, en");
        }

        var availability = await request.HttpContext.RequestServices.GetRequiredService<AvailabilityReader>()
            .ReadAsync(page, brand, language, cancellationToken);

        // The window stands on the brand's pages, which are of other origins; nothing here depends on who asks.
        request.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
        return new JsonAnswer<ServiceAvailability>(
            availability, WebJson.Default.ServiceAvailability, cacheControl: CacheControl);
    }
}
