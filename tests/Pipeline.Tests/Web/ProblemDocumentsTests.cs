using Microsoft.AspNetCore.Http;
using Pipeline.Tests.Web.Support;
using Pipeline.Web;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Endpoints;

namespace Pipeline.Tests.Web;

public sealed class ProblemDocumentsTests
{
    private readonly WebFixture _fixture = new();

    [Theory]
    [InlineData("api/nothing-here")]
    [InlineData("elsewhere")]
    public async Task An_unknown_address_is_a_problem_document(string address)
    {
        await using var host = await LoopbackHost.StartAsync(_fixture);
        (await host.GetAsync(address)).IsProblem(404, "not-found");
    }

    [Fact]
    public async Task A_wrong_method_is_a_problem_document_that_says_which_is_right()
    {
        await using var host = await LoopbackHost.StartAsync(_fixture);
        using var request = new HttpRequestMessage(HttpMethod.Delete, "api/transcripts");
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(["GET"], response.Content.Headers.Allow);
        (await host.SendAsync(HttpMethod.Delete, "api/transcripts")).IsProblem(405, "method-not-allowed");
    }

    [Fact]
    public async Task A_failure_is_a_problem_document_that_tells_nothing_of_it()
    {
        _fixture.Transcripts.Failure = new InvalidOperationException("the customer wrote: secret words");
        await using var host = await LoopbackHost.StartAsync(_fixture);
        var answer = await host.GetAsync($"api/conversations/{Samples.Key}");
        answer.IsProblem(500, "internal");
        Assert.DoesNotContain("secret words", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_is_logged_by_its_type_and_without_its_text()
    {
        var context = _fixture.Request();
        var answer = ProblemDocuments.Instead(context, "Conversation", new FormatException("'0612345678' is not a date"));
        Assert.Equal(500, answer!.Problem.Status);
        var line = Assert.Single(_fixture.Log.Lines);
        Assert.Contains("FormatException", line, StringComparison.Ordinal);
        Assert.DoesNotContain("0612345678", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_that_broke_off_is_the_callers_fault_and_not_logged_as_ours()
    {
        var answer = ProblemDocuments.Instead(_fixture.Request(), "Conversation", new BadHttpRequestException("Unexpected end of request content.", 400));
        Assert.Equal("request-broken", answer!.Problem.Code);
        Assert.Equal(400, answer.Problem.Status);
        Assert.Empty(_fixture.Log.Lines);
    }

    [Fact]
    public void A_caller_who_left_is_answered_nothing()
    {
        var context = _fixture.Request();
        context.RequestAborted = new CancellationToken(canceled: true);
        Assert.Null(ProblemDocuments.Instead(context, "Conversation", new OperationCanceledException()));
        Assert.Empty(_fixture.Log.Lines);
    }

    [Fact]
    public async Task Every_code_is_in_the_description_of_the_API()
    {
        ProblemAnswer[] all =
        [
            Problems.QueryInvalid("day", "a day"), Problems.QueryUnknown("x", ["day"]), Problems.RequestBroken(400),
            Problems.ConversationUnknown(), Problems.NotFound(), Problems.MethodNotAllowed(), Problems.BodyTooLarge(1), Problems.Internal(),
            Problems.OrderTooLarge(1), Problems.BodyInvalid(null, "x"), Problems.MediaTypeUnsupported(), Problems.DeadLetterUnknown(),
            Problems.AccessUnproven(), Problems.RoleMissing(Roles.Quality), Problems.SkillMissing(), Problems.TooManyRequests(),
            Problems.AuditUnavailable(), Problems.StorageUnavailable(),
        ];
        var description = (await _fixture.AskAsync(OpenApiEndpoint.GetAsync)).Body;
        Assert.All(all, answer => Assert.Contains(answer.Problem.Code, description, StringComparison.Ordinal));
    }
}
