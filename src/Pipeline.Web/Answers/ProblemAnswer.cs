using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Web.Answers;

/// <summary>Answers with a problem document, and counts it.</summary>
/// <param name="problem">The document.</param>
/// <param name="retryAfter">When to try again, for the header Retry-After; null not to say.</param>
public sealed class ProblemAnswer(Problem problem, TimeSpan? retryAfter = null) : IResult
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
        if (retryAfter is { } pause)
        {
            response.Headers.RetryAfter = Math.Ceiling(pause.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
