using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Ports;
using Pipeline.Web.Answers;

namespace Pipeline.Web;

/// <summary>Turns what no endpoint answered (an unknown address, a wrong method, a failure) into problem documents.</summary>
public static partial class ProblemDocuments
{
    /// <summary>Puts it around everything that follows.</summary>
    public static IApplicationBuilder UseProblemDocuments(this IApplicationBuilder app) => app.Use(RunAsync);

    /// <summary>
    /// The answer to send in place of one that failed, with the response emptied for it. For a host whose own middleware catches what an
    /// endpoint throws.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="endpoint">The endpoint's name, for the log.</param>
    /// <param name="exception">What it threw.</param>
    /// <returns>The answer; null, with the connection broken off, when the caller left or has half an answer: it must not look like a whole one.</returns>
    public static ProblemAnswer? Instead(HttpContext context, string endpoint, Exception exception)
    {
        var answer = For(context, endpoint, exception);
        if (answer is null || context.Response.HasStarted)
        {
            context.Abort();
            return null;
        }

        context.Response.Clear();
        return answer;
    }

    /// <summary>The answer for an exception that an endpoint threw, logged; null when the caller left, which needs none.</summary>
    /// <param name="context">The request.</param>
    /// <param name="endpoint">The endpoint's name, for the log.</param>
    /// <param name="exception">What it threw.</param>
    private static ProblemAnswer? For(HttpContext context, string endpoint, Exception exception)
    {
        if (context.RequestAborted.IsCancellationRequested)
        {
            return null;
        }

        if (exception is BadHttpRequestException broken)
        {
            return Problems.RequestBroken(broken.StatusCode);
        }

        // An exception's message may quote what it choked on, which may be a customer's text: the type and the place say enough.
        var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProblemDocuments));
        Log.Failed(logger, endpoint, exception.GetType().Name, exception.StackTrace);
        return exception is StorageUnavailableException ? Problems.StorageUnavailable() : Problems.Internal();
    }

    private static async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
            await AnswerEmptyAsync(context);
        }
#pragma warning disable CA1031 // The one place where any failure of an endpoint becomes an answer that tells nothing of it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await AnswerFailureAsync(context, exception);
        }
    }

    private static Task AnswerEmptyAsync(HttpContext context)
    {
        var response = context.Response;
        if (response.HasStarted || response.ContentType is not null || response.ContentLength is not null)
        {
            return Task.CompletedTask;
        }

        return response.StatusCode switch
        {
            StatusCodes.Status404NotFound => Problems.NotFound().ExecuteAsync(context),
            StatusCodes.Status405MethodNotAllowed => Problems.MethodNotAllowed().ExecuteAsync(context),
            _ => Task.CompletedTask,
        };
    }

    private static Task AnswerFailureAsync(HttpContext context, Exception exception) =>
        Instead(context, context.GetEndpoint()?.DisplayName ?? "unknown", exception)?.ExecuteAsync(context) ?? Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Endpoint} failed with {Failure} at {StackTrace}")]
        public static partial void Failed(ILogger logger, string endpoint, string failure, string? stackTrace);
    }
}
