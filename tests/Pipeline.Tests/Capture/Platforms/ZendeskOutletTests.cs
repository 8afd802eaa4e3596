using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Capture.Platforms;
using Pipeline.Capture.Platforms.Zendesk;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Tests.Capture.Platforms;

public sealed class ZendeskOutletTests : IAsyncLifetime
{
    private const string Ticket = "/api/v2/tickets/7342";

    private readonly PlatformApi _api = new();
    private readonly List<string> _notes = [];
    private readonly PlatformAccount _account = ZendeskSamples.Account();
    private FakePlatform _platform = null!;
    private ZendeskOutlet _outlet = null!;

    public async ValueTask InitializeAsync()
    {
        _platform = await FakePlatform.StartAsync();
        _platform.Answer = KeepNotesAsync;
        _account.OutletAddress = _platform.Address;
        var options = new PlatformOptions();
        options.Accounts.Add(_account);
        _outlet = new ZendeskOutlet(new PlatformAccounts(Options.Create(options)), _api);
    }

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await _platform.DisposeAsync();
    }

    [Fact]
    public async Task Suggestions_become_an_internal_note()
    {
        await DeliverAsync(SampleOutcomes.Suggested(Conversation()));

        var put = Assert.Single(_platform.Calls, call => call.Method == "PUT");
        Assert.Equal($"{Ticket}.json", put.Path);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("desk@example.org/token:api-token")), put.Headers["Authorization"]);
        Assert.Equal("application/json", put.Headers["Content-Type"]);
        var ticket = put.Json.GetProperty("ticket");
        Assert.Equal(["comment"], ticket.EnumerateObject().Select(property => property.Name));
        Assert.False(ticket.GetProperty("comment").GetProperty("public").GetBoolean());
        Assert.StartsWith("<strong>Suggestions de réponse</strong> – ", _notes[0], StringComparison.Ordinal);
        Assert.Contains("<br>1. Bonjour Yanis, je regarde votre facture.<br>", _notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_looks_like_html_stays_text()
    {
        var outcome = SampleOutcomes.Suggested(Conversation());
        await DeliverAsync(outcome with { Suggestions = [outcome.Suggestions[0] with { Text = "<img src=x> & <b>mars</b>" }] });
        Assert.Contains("&lt;img src=x&gt; &amp; &lt;b&gt;mars&lt;/b&gt;", Assert.Single(_notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_is_assigned_and_tagged_before_the_note_is_left()
    {
        _account.Teams["billing"] = "9";
        _account.Agents["a-nadia"] = "71";
        _account.TagConversations = true;
        await DeliverAsync(SampleOutcomes.Routed(Conversation()));
        Assert.Equal(
            [
                ("PUT", $"{Ticket}.json", """{"ticket":{"group_id":9,"assignee_id":71}}"""),
                ("PUT", $"{Ticket}/tags.json", """{"tags":["billing","hard","urgent"]}"""),
            ],
            _platform.Calls.Skip(1).SkipLast(1).Select(call => (call.Method, call.Path, call.Text)));
        Assert.Single(_notes);
    }

    [Fact]
    public async Task A_ticket_that_waits_goes_to_its_group_alone()
    {
        _account.Teams["billing"] = "9";
        _account.Agents["a-nadia"] = "71";
        await DeliverAsync(SampleOutcomes.Routed(Conversation(), AssignmentStatus.Waiting));
        Assert.Contains(_platform.Calls, call => call.Text == """{"ticket":{"group_id":9}}""");
    }

    [Fact]
    public async Task An_outcome_delivered_again_and_an_answer_that_was_lost_leave_one_note()
    {
        var outcome = SampleOutcomes.Suggested(Conversation());
        _platform.Answer = async (call, response) =>
        {
            await KeepNotesAsync(call, response);
            if (call.Method == "PUT")
            {
                response.HttpContext.Abort();
            }
        };
        await Assert.ThrowsAsync<HttpRequestException>(() => DeliverAsync(outcome));
        _platform.Answer = KeepNotesAsync;
        await DeliverAsync(outcome);
        await DeliverAsync(outcome);
        Assert.Single(_notes);
    }

    [Theory]
    [InlineData("../../users/me")]
    [InlineData("7342/../7343")]
    [InlineData("7342?x=")]
    [InlineData("")]
    public async Task An_id_that_is_no_number_steers_no_call(string id)
    {
        await Assert.ThrowsAsync<PlatformRefusedException>(() => DeliverAsync(SampleOutcomes.Suggested(Conversation(id))));
        Assert.Empty(_platform.Calls);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    public async Task What_is_refused_is_refused_for_good_without_the_token(HttpStatusCode status)
    {
        _platform.AnswerAlways(status);
        var exception = await Assert.ThrowsAsync<PlatformRefusedException>(() => DeliverAsync(SampleOutcomes.Suggested(Conversation())));
        Assert.DoesNotContain("api-token", exception.ToString(), StringComparison.Ordinal);
    }

    private static Conversation Conversation(string id = "7342") => SampleOutcomes.Conversation("zendesk", "tickets", id);

    /// <summary>Zendesk as far as notes go: lists the ticket's comments, and takes new ones.</summary>
    private async Task KeepNotesAsync(FakePlatform.Call call, HttpResponse response)
    {
        if (ZendeskPathTests.NoteIn(call) is { } note)
        {
            _notes.Add(note);
        }

        await ZendeskPathTests.AnswerAsync(_notes, response);
    }

    private Task DeliverAsync(ConversationEvent outcome) => _outlet.DeliverAsync("tickets", outcome, TestContext.Current.CancellationToken);
}
