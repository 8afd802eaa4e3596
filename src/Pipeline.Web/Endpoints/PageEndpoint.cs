using Microsoft.AspNetCore.Http;
using Pipeline.Web.Answers;
using Pipeline.Web.Assets;

namespace Pipeline.Web.Endpoints;

/// <summary>The live page: what happens in the conversations, while it happens.</summary>
public static class PageEndpoint
{
    /// <summary>The page at its own address, where the API is the folder that the page is in.</summary>
    public static Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(At(request.Path.Value?.EndsWith('/') == true ? ".." : "."));

    /// <summary>A style sheet, script or picture of the page.</summary>
    public static Task<IResult> GetAssetAsync(HttpRequest request, string asset, CancellationToken cancellationToken) =>
        Task.FromResult<IResult>(PageFiles.Find(asset) is { } found ? new AssetAnswer(found) : Problems.NotFound());

    /// <summary>The page at another address.</summary>
    /// <param name="api">Where the API is, relative to that address: <c>./api</c>.</param>
    public static IResult At(string api) => new AssetAnswer(PageFiles.Page(api));
}
