using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Assets;

/// <summary>Answers with a file of the program, and headers that keep a browser strict; 304 when the browser has it already.</summary>
internal sealed class AssetAnswer(Asset asset) : IResult
{
    /// <summary>Nothing but this origin's own scripts, styles and pictures; no inline code; in nobody's frame.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var headers = response.Headers;
        response.AddSecurityHeaders();
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // Kept, and asked for again each time: a new version shows at once, an old one costs no bytes.
        headers.CacheControl = "no-cache";
        headers.ETag = asset.ETag.ToString();
        if (IsHeld(httpContext.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = asset.MediaType;
        response.ContentLength = asset.Bytes.Length;
        return response.Body.WriteAsync(asset.Bytes, httpContext.RequestAborted).AsTask();
    }

    private bool IsHeld(HttpRequest request) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var held)
        && held.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(asset.ETag, useStrongComparison: false));
}
