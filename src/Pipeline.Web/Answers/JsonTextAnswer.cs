using System.Text;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Web.Answers;

/// <summary>Answers with a text that is JSON already.</summary>
/// <param name="json">The text.</param>
public sealed class JsonTextAnswer(string json) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        response.AddSecurityHeaders();
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
