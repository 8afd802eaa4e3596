using Microsoft.AspNetCore.Http;
using Pipeline.Web.Assets;

namespace Pipeline.Web.Endpoints;

/// <summary>The description of this API (OpenAPI 3.1).</summary>
public static class OpenApiEndpoint
{
    private static readonly Asset Document = Asset.Embedded("openapi.json");

    /// <summary>The document.</summary>
    public static Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<IResult>(new AssetAnswer(Document));
}
