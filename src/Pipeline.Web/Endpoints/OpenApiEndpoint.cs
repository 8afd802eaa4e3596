using Microsoft.AspNetCore.Http;

namespace Pipeline.Web.Endpoints;

/// <summary>OpenApiEndpoint.</summary>
public static class OpenApiEndpoint
{
    /// <summary>GetAsync(HttpRequest request, CancellationToken cancellationToken).</summary>
    public static Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken) => throw new NotImplementedException();
}
