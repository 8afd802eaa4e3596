using Microsoft.AspNetCore.Http;

namespace Pipeline.Web.Endpoints;

/// <summary>PageEndpoint.</summary>
public static class PageEndpoint
{
    /// <summary>GetAsync(HttpRequest request, CancellationToken cancellationToken).</summary>
    public static Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>GetAssetAsync(HttpRequest request, string asset, CancellationToken cancellationToken).</summary>
    public static Task<IResult> GetAssetAsync(HttpRequest request, string asset, CancellationToken cancellationToken) => throw new NotImplementedException();
}
