using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Functions.Middleware;
using Pipeline.Ports;
using Pipeline.Web.Answers;

namespace Pipeline.Tests.Functions;

public sealed class ProblemMiddlewareTests
{
    [Fact]
    public async Task A_function_that_answers_keeps_its_answer()
    {
        Assert.Null(await AnswerAsync(Request(), static () => Task.CompletedTask));
    }

    [Theory]
    [InlineData(false, 500, "internal")]
    [InlineData(true, 503, "storage-unavailable")]
    public async Task What_a_function_throws_becomes_a_problem_document(bool isStorage, int status, string code)
    {
        var exception = isStorage ? (Exception)new StorageUnavailableException("full") : new InvalidOperationException("secret words");
        var answer = await AnswerAsync(Request(), () => Task.FromException(exception));
        Assert.Equal((status, code), (answer!.Problem.Status, answer.Problem.Code));
        Assert.DoesNotContain("secret words", answer.Problem.Detail ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_that_a_function_had_set_before_it_failed_do_not_go_out_with_the_problem()
    {
        var request = Request();
        await AnswerAsync(request, () =>
        {
            request.Response.Headers.ETag = "\"half-done\"";
            return Task.FromException(new InvalidOperationException());
        });
        Assert.False(request.Response.Headers.ContainsKey("ETag"));
    }

    [Fact]
    public async Task Nobody_is_answered_who_has_left()
    {
        var request = Request();
        request.RequestAborted = new CancellationToken(canceled: true);
        Assert.Null(await AnswerAsync(request, static () => Task.FromException(new OperationCanceledException())));
    }

    private static Task<ProblemAnswer?> AnswerAsync(HttpContext request, Func<Task> run) =>
        ProblemMiddleware.AnswerAsync(request, "Conversation", run);

    private static DefaultHttpContext Request() =>
        new() { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
}
