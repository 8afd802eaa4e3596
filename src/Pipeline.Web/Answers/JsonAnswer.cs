using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Web.Answers;

/// <summary>Answers with JSON that no cache may keep, unless said: it is about people, or about this moment.</summary>
/// <param name="value">What is written.</param>
/// <param name="type">How it is written: from a source-generated context, so that a cold start reflects on nothing.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="cacheControl">The header Cache-Control.</param>
public sealed class JsonAnswer<T>(
    T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK, string cacheControl = "no-store") : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, type);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.CacheControl = cacheControl;
        response.AddSecurityHeaders();
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
