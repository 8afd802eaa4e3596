using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Web.Support;
using Pipeline.Training.Api;
using Pipeline.Training.Rescoring;

namespace Pipeline.Tests.Training.Rescoring;

public sealed class HostConversationsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_pages_of_a_day_are_read_and_a_host_that_is_busy_is_waited_for()
    {
        var answers = new Queue<HttpResponseMessage>([Busy(), Page("next page"), Page(null), Gone()]);
        using var host = new Host(answers);
        using var http = new HttpClient(host);
        var conversations = new HostConversations(new ApiClient(http, new("http://host/api/"), "a key"), TimeProvider.System);

        var listed = await conversations.ListDayAsync(new(2026, 3, 2), Cancelled).CountAsync(Cancelled);

        Assert.Equal(2, listed);
        Assert.Null(await conversations.ReadAsync("generic~demo~c-1", Cancelled));
        Assert.Equal(
            [
                "/api/transcripts?day=2026-03-02&limit=200", "/api/transcripts?day=2026-03-02&limit=200",
                "/api/transcripts?day=2026-03-02&limit=200&continuation=next%20page", "/api/conversations/generic~demo~c-1",
            ],
            host.Asked);
    }

    private static HttpResponseMessage Busy()
    {
        var answer = Json(HttpStatusCode.TooManyRequests, "{}");
        answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.Zero);
        return answer;
    }

    private static HttpResponseMessage Gone() => Json(HttpStatusCode.NotFound, "{}");

    private static HttpResponseMessage Page(string? continuation) => Json(
        HttpStatusCode.OK,
        JsonSerializer.Serialize(new TranscriptPage([Samples.Summary], continuation), PipelineJson.Default.TranscriptPage));

    private static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private sealed class Host(Queue<HttpResponseMessage> answers) : HttpMessageHandler
    {
        public List<string> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!.PathAndQuery);
            return Task.FromResult(answers.Dequeue());
        }
    }
}
