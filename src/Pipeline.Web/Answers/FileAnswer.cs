using Microsoft.AspNetCore.Http;

namespace Pipeline.Web.Answers;

/// <summary>Answers with a file to keep.</summary>
/// <param name="content">The file.</param>
/// <param name="mediaType">What it is.</param>
/// <param name="name">What to call it.</param>
public sealed class FileAnswer(byte[] content, string mediaType, string name) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = mediaType;
        response.ContentLength = content.Length;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        response.Headers.CacheControl = "no-store";
        response.AddSecurityHeaders();
        return response.Body.WriteAsync(content, httpContext.RequestAborted).AsTask();
    }
}
