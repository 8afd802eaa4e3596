using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Web.Answers;

/// <summary>Answers with a problem document, and counts it.</summary>
public sealed class ProblemAnswer(Problem problem) : IResult
{
    /// <summary>The document.</summary>
    public Problem Problem { get; } = problem;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        WebTelemetry.ProblemAnswered(Problem);
        var body = JsonSerializer.SerializeToUtf8Bytes(Problem, WebJson.Default.Problem);
        var response = httpContext.Response;
        response.StatusCode = Problem.Status;
        response.ContentType = Problem.MediaType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        response.AddSecurityHeaders();
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
