using System.Net;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Capture.Platforms;
using Pipeline.Capture.Platforms.Slack;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Tests.Capture.Platforms;

public sealed class SlackOutletTests : IAsyncLifetime
{
    private readonly PlatformApi _api = new();
    private readonly FakeStandings _standings = new();
    private FakeSlack _slack = null!;
    private PlatformAccount _account = null!;
    private SlackOutlet _outlet = null!;

    public async ValueTask InitializeAsync()
    {
        _slack = await FakeSlack.StartAsync();
        _account = new PlatformAccount
        {
            Platform = "slack",
            Account = "desk",
            AccountId = "C0ADVISORS",
            OutletAddress = new Uri(_slack.Platform.Address, "/api/"),
            OutletSecret = "api-token",
        };
        var options = new PlatformOptions();
        options.Accounts.Add(_account);
        _outlet = new SlackOutlet(new PlatformAccounts(Options.Create(options)), _api, _standings);
    }

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await _slack.DisposeAsync();
    }

    [Fact]
    public async Task A_note_goes_to_the_advisors_channel_and_says_which_conversation_it_is_about()
    {
        await DeliverAsync(Suggested());
        var post = Assert.Single(_slack.Platform.Calls, call => call.Method == "POST");
        Assert.Equal("/api/chat.postMessage", post.Path);
        Assert.Equal("Bearer api-token", post.Headers["Authorization"]);
        Assert.Equal("C0ADVISORS", post.Json.GetProperty("channel").GetString());
        var lines = post.Json.GetProperty("text").GetString()!.Split('\n');
        Assert.Equal("whatsapp/shop, boreal, whatsapp, conversation 777:c1, client …5012", lines[0]);
        Assert.Equal("*Suggestions de réponse* – pour vous seulement, rien n'est envoyé au client", lines[1]);
        Assert.DoesNotContain("15550105012", post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_that_was_left_is_not_left_again_though_its_answer_was_lost()
    {
        _slack.Platform.Answer = async (call, response) =>
        {
            await _slack.AnswerAsync(call, response);
            if (call.Method == "POST")
            {
                response.HttpContext.Abort();
            }
        };
        var first = await Record.ExceptionAsync(() => DeliverAsync(Suggested()));
        Assert.True(first is null or HttpRequestException);
        _slack.Platform.Answer = _slack.AnswerAsync;
        await DeliverAsync(Suggested());
        Assert.Single(_slack.Posted);
    }

    [Fact]
    public async Task The_advisor_who_has_the_conversation_is_shown_it_alone()
    {
        _account.Agents["a-nadia"] = "U0NADIA";
        _standings.Holder = "a-nadia";
        await DeliverAsync(Suggested());
        Assert.Equal("/api/chat.postEphemeral", Assert.Single(_slack.Platform.Calls).Path);
        Assert.Equal("U0NADIA", Assert.Single(_slack.Posted).User);
    }

    [Fact]
    public async Task An_advisor_who_is_not_named_or_not_there_leaves_it_to_the_channel()
    {
        _account.Agents["a-nadia"] = "U0NADIA";
        _standings.Holder = "a-karim";
        await DeliverAsync(Suggested());
        Assert.Null(Assert.Single(_slack.Posted).User);

        _standings.Holder = "a-nadia";
        _slack.UsersAreInChannel = false;
        await DeliverAsync(Suggested(position: 4));
        Assert.Equal(2, _slack.Posted.Count(post => post.User is null));
    }

    [Theory]
    [InlineData("channel_not_found")]
    [InlineData("invalid_auth")]
    [InlineData("not_in_channel")]
    [InlineData("user_not_in_channel")]
    public async Task What_will_be_the_same_next_time_is_refused_for_good(string error)
    {
        _slack.Error = error;
        var exception = await Assert.ThrowsAsync<PlatformRefusedException>(() => DeliverAsync(Suggested()));
        Assert.Contains(error, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Yanis", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_that_is_no_name_is_not_repeated()
    {
        _slack.Error = "Token api-token is wrong";
        var exception = await Assert.ThrowsAsync<PlatformRefusedException>(() => DeliverAsync(Suggested()));
        Assert.DoesNotContain("api-token", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ratelimited")]
    [InlineData("internal_error")]
    [InlineData("service_unavailable")]
    public async Task What_passes_is_for_later(string error)
    {
        _slack.Error = error;
        await Assert.ThrowsAsync<HttpRequestException>(() => DeliverAsync(Suggested()));
        _slack.Error = null;
        await DeliverAsync(Suggested());
        Assert.Single(_slack.Posted);
    }

    [Fact]
    public async Task A_pause_that_is_asked_for_is_told()
    {
        _slack.FailNext(1, HttpStatusCode.TooManyRequests, "7");
        var busy = await Assert.ThrowsAsync<PlatformBusyException>(() => DeliverAsync(Suggested()));
        Assert.Equal(TimeSpan.FromSeconds(7), busy.RetryAfter);
    }

    [Theory]
    [InlineData("<html>down</html>")]
    [InlineData("null")]
    public async Task What_is_no_answer_of_Slacks_is_for_later(string answer)
    {
        _slack.Platform.Answer = (_, response) => response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(answer)).AsTask();
        await Assert.ThrowsAsync<HttpRequestException>(() => DeliverAsync(Suggested()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("#advisors")]
    [InlineData("C0ADVISORS&limit=1")]
    public void A_channel_is_named_by_its_id(string? channel)
    {
        _account.AccountId = channel;
        Assert.Equal("AccountId", Assert.Single(new SlackPlatform().Check(_account)).Setting);
    }

    private static RepliesSuggested Suggested(int position = 3) => SampleOutcomes.Suggested(
        SampleOutcomes.Conversation("whatsapp", "shop", "777:c1") with { Brand = "boreal", Channel = "whatsapp", CustomerId = "15550105012" },
        position);

    private Task DeliverAsync(ConversationEvent outcome) => _outlet.DeliverAsync("desk", outcome, TestContext.Current.CancellationToken);

    private sealed class FakeStandings : IStandingReader
    {
        public string? Holder { get; set; }

        public Task<ConversationStanding?> ReadStandingAsync(string conversationKey, CancellationToken cancellationToken)
        {
            var conversation = SampleOutcomes.Conversation("whatsapp", "shop", "777:c1");
            return Task.FromResult<ConversationStanding?>(new(conversation, new ConversationState(), Holder is null ? null : new AssignmentView
            {
                Status = AssignmentStatus.Assigned,
                AdvisorId = Holder,
                Decision = SampleOutcomes.Routed(conversation).Decision,
            }));
        }
    }
}
