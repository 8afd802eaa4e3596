using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Pipeline.Web;
using Pipeline.Web.Answers;

namespace Pipeline.Functions.Middleware;

/// <summary>
/// Turns what an HTTP function threw into a problem document, as the local host does. Left alone, the runtime would answer an empty 500.
/// Functions of other triggers throw as they are: their runtime redelivers.
/// </summary>
public sealed class ProblemMiddleware : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        if (await AnswerAsync(http, context.FunctionDefinition.Name, () => next(context)) is { } answer)
        {
            context.GetInvocationResult().Value = answer;
        }
    }

    /// <summary>Runs a function; when it throws, gives the answer to send in place of its own.</summary>
    /// <param name="http">The request and its answer.</param>
    /// <param name="function">The function's name, for the log.</param>
    /// <param name="run">Runs it.</param>
    /// <returns>The answer; null when the function answered, or when there is nobody or no way left to answer to.</returns>
    public static async Task<ProblemAnswer?> AnswerAsync(HttpContext http, string function, Func<Task> run)
    {
        try
        {
            await run();
            return null;
        }
#pragma warning disable CA1031 // The one place where any failure of an endpoint becomes an answer that tells nothing of it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return ProblemDocuments.Instead(http, function, exception);
        }
    }
}
