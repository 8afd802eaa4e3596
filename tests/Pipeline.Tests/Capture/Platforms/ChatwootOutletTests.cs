using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Capture.Platforms;
using Pipeline.Capture.Platforms.Chatwoot;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Tests.Capture.Platforms;

public sealed class ChatwootOutletTests : IAsyncLifetime
{
    private readonly PlatformApi _api = new();
    private readonly List<string> _notes = [];
    private readonly List<string> _labels = [];
    private FakePlatform _platform = null!;
    private ChatwootOutlet _outlet = null!;
    private PlatformAccount _account = null!;

    public async ValueTask InitializeAsync()
    {
        _platform = await FakePlatform.StartAsync();
        _platform.Answer = KeepNotesAsync;
        var options = new PlatformOptions();
        var account = WebhookSamples.ChatwootAccount();
        account.AccountId = "3";
        account.OutletAddress = new Uri(_platform.Address, "/desk/");
        account.OutletSecret = "api-token";
        options.Accounts.Add(account);
        _account = account;
        _outlet = new ChatwootOutlet(new PlatformAccounts(Options.Create(options)), _api);
    }

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await _platform.DisposeAsync();
    }

    [Fact]
    public async Task That_nothing_is_suggested_any_more_leaves_no_note()
    {
        var outcome = SampleOutcomes.Suggested(SampleOutcomes.Conversation("chatwoot", "desk"));
        await DeliverAsync(outcome with { Suggestions = [], Replaces = true });
        Assert.Empty(_platform.Calls);
    }

    [Fact]
    public async Task Suggestions_become_a_private_note()
    {
        var outcome = SampleOutcomes.Suggested(SampleOutcomes.Conversation("chatwoot", "desk"));
        await DeliverAsync(outcome);

        var post = Assert.Single(_platform.Calls, call => call.Method == "POST");
        Assert.Equal("/desk/api/v1/accounts/3/conversations/512/messages", post.Path);
        Assert.Equal("api-token", post.Headers["api_access_token"]);
        Assert.Equal(outcome.BusId, post.Headers["Idempotency-Key"]);
        Assert.Equal("application/json", post.Headers["Content-Type"]);
        Assert.True(post.Json.GetProperty("private").GetBoolean());
        Assert.Equal("outgoing", post.Json.GetProperty("message_type").GetString());

        var lines = post.Json.GetProperty("content").GetString()!.Split('\n');
        Assert.Equal("**Suggestions de réponse** – pour vous seulement, rien n'est envoyé au client", lines[0]);
        Assert.Equal("1. Bonjour Yanis, je regarde votre facture.", lines[2]);
        Assert.Equal("   (phrase:fr-greeting-02 · 82 %)", lines[3]);
        Assert.StartsWith("2. Quel est le montant", lines[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_says_what_is_left_to_fill_in()
    {
        var outcome = SampleOutcomes.Suggested(SampleOutcomes.Conversation("chatwoot", "desk"));
        var blank = new SuggestionBlank("amount", "montant", "{amount}");
        await DeliverAsync(outcome with { Suggestions = [outcome.Suggestions[0] with { Text = "Ces {amount}, je regarde.", Blanks = [blank] }] });

        Assert.Contains("**À compléter** : {amount} montant", Assert.Single(_notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_looks_like_markdown_stays_text()
    {
        await DeliverAsync(SampleOutcomes.Suggested(SampleOutcomes.Conversation("chatwoot", "desk")));
        Assert.Contains("""\*mars\* ? \[@nadia\](mention://user/9)""", Assert.Single(_notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_routing_decision_becomes_a_private_note_with_its_reasons()
    {
        await DeliverAsync(SampleOutcomes.Routed(SampleOutcomes.Conversation("chatwoot", "desk")));
        var note = Assert.Single(_notes);
        Assert.StartsWith(
            "**Orientation** – billing, niveau 2, difficile, urgent\nProposée à Nadia.\n\n- Menace d'une action en justice\n", note, StringComparison.Ordinal);

        var english = SampleOutcomes.Conversation("chatwoot", "desk", "513") with { LanguageHint = "en" };
        await DeliverAsync(SampleOutcomes.Routed(english, AssignmentStatus.Waiting));
        Assert.StartsWith(
            "**Routing** – billing, level 2, hard, urgent\nWaiting for a free place.\n\n- Threatens legal action\n", _notes[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hand_over_becomes_one_private_note_with_the_card_in_short()
    {
        var outcome = SampleOutcomes.HandedOver(SampleOutcomes.Conversation("chatwoot", "desk"));
        await DeliverAsync(outcome);
        await DeliverAsync(outcome);
        Assert.StartsWith(
            """
            **Passage de relais : autre métier** – pour vous seulement

            Pour : Karim (billing, niveau 2)
            - « Voir \[ici\](http://x) » : fait
            """.ReplaceLineEndings("\n"),
            Assert.Single(_notes),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outcome_delivered_again_leaves_one_note()
    {
        var outcome = SampleOutcomes.Suggested(SampleOutcomes.Conversation("chatwoot", "desk"));
        await DeliverAsync(outcome);
        await DeliverAsync(outcome);
        Assert.Single(_notes);

        await DeliverAsync(SampleOutcomes.Suggested(outcome.Conversation, position: 4));
        Assert.Equal(2, _notes.Count);
    }

    [Fact]
    public async Task An_answer_that_was_lost_leaves_one_note()
    {
        var outcome = SampleOutcomes.Suggested(SampleOutcomes.Conversation("chatwoot", "desk"));
        _platform.Answer = async (call, response) =>
        {
            await KeepNotesAsync(call, response);
            if (call.Method == "POST")
            {
                response.HttpContext.Abort();
            }
        };
        await Assert.ThrowsAsync<HttpRequestException>(() => DeliverAsync(outcome));
        _platform.Answer = KeepNotesAsync;
        await DeliverAsync(outcome);
        Assert.Single(_notes);
    }

    [Fact]
    public async Task The_same_decision_after_another_message_is_not_told_again()
    {
        var conversation = SampleOutcomes.Conversation("chatwoot", "desk");
        await DeliverAsync(SampleOutcomes.Routed(conversation, AssignmentStatus.Waiting, position: 1));
        await DeliverAsync(SampleOutcomes.Routed(conversation, AssignmentStatus.Waiting, position: 2));
        Assert.Single(_notes);
        await DeliverAsync(SampleOutcomes.Routed(conversation, AssignmentStatus.Assigned, position: 3));
        Assert.Equal(2, _notes.Count);
    }

    [Fact]
    public async Task A_place_given_back_is_not_told()
    {
        await DeliverAsync(SampleOutcomes.Routed(SampleOutcomes.Conversation("chatwoot", "desk"), AssignmentStatus.Released));
        Assert.Empty(_platform.Calls);
    }

    [Fact]
    public async Task Nothing_but_private_notes_is_ever_sent()
    {
        var conversation = SampleOutcomes.Conversation("chatwoot", "desk");
        await DeliverAsync(SampleOutcomes.Suggested(conversation));
        foreach (var status in Enum.GetValues<AssignmentStatus>())
        {
            await DeliverAsync(SampleOutcomes.Routed(conversation, status));
        }

        Assert.All(_platform.Calls, call => Assert.True(call.Method == "GET" || call.Json.GetProperty("private").GetBoolean()));
        Assert.All(_platform.Calls, call => Assert.EndsWith("/messages", call.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_note_coming_back_as_a_webhook_is_dropped()
    {
        await DeliverAsync(SampleOutcomes.Suggested(SampleOutcomes.Conversation("chatwoot", "desk")));
        var posted = _platform.Calls.Last().Json;
        var webhook = System.Text.Json.Nodes.JsonNode.Parse(WebhookSamples.Body("chatwoot_message_advisor.json"))!;
        webhook["content"] = posted.GetProperty("content").GetString();
        webhook["private"] = posted.GetProperty("private").GetBoolean();
        webhook["message_type"] = posted.GetProperty("message_type").GetString();
        var reading = new ChatwootInlet(WebhookSamples.Verifier).Read(
            WebhookSamples.Chatwoot(JsonSerializer.SerializeToUtf8Bytes(webhook)), WebhookSamples.ChatwootAccount(), WebhookSamples.Now);
        Assert.Equal(new WebhookReading.Ignored("PrivateNote"), reading);
    }

    [Theory]
    [InlineData("../../../profile")]
    [InlineData("512/../513")]
    [InlineData("512?x=")]
    public async Task An_id_that_is_no_number_steers_no_call(string id)
    {
        await Assert.ThrowsAsync<PlatformRefusedException>(
            () => DeliverAsync(SampleOutcomes.Suggested(SampleOutcomes.Conversation("chatwoot", "desk", id))));
        Assert.Empty(_platform.Calls);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task A_wrong_token_and_an_unknown_conversation_are_refused_for_good(HttpStatusCode status)
    {
        _platform.AnswerAlways(status);
        var exception = await Assert.ThrowsAsync<PlatformRefusedException>(
            () => DeliverAsync(SampleOutcomes.Suggested(SampleOutcomes.Conversation("chatwoot", "desk"))));
        Assert.Contains(((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture), exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("api-token", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Yanis", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_goes_to_the_team_of_its_skill_and_then_to_its_advisor_before_the_note_is_left()
    {
        _account.Teams["billing"] = "9";
        _account.Agents["a-nadia"] = "71";
        await DeliverAsync(SampleOutcomes.Routed(SampleOutcomes.Conversation("chatwoot", "desk")));

        const string Conversation = "/desk/api/v1/accounts/3/conversations/512";
        Assert.Equal(
            [
                ("POST", $"{Conversation}/assignments", """{"team_id":9}"""),
                ("POST", $"{Conversation}/assignments", """{"assignee_id":71}"""),
            ],
            _platform.Calls.Skip(1).SkipLast(1).Select(call => (call.Method, call.Path, call.Text)));
        Assert.Equal($"{Conversation}/messages", _platform.Calls.Last().Path);
    }

    [Fact]
    public async Task Who_the_settings_do_not_name_is_assigned_nothing()
    {
        _account.Teams["sales"] = "9";
        _account.Agents["a-lea"] = "71";
        await DeliverAsync(SampleOutcomes.Routed(SampleOutcomes.Conversation("chatwoot", "desk")));
        Assert.DoesNotContain(_platform.Calls, call => call.Path.EndsWith("/assignments", StringComparison.Ordinal));
        Assert.Single(_notes);
    }

    [Fact]
    public async Task A_team_that_is_no_number_is_refused_before_anything_is_sent()
    {
        _account.Teams["billing"] = "9/../10";
        await Assert.ThrowsAsync<PlatformRefusedException>(
            () => DeliverAsync(SampleOutcomes.Routed(SampleOutcomes.Conversation("chatwoot", "desk"))));
        Assert.DoesNotContain(_platform.Calls, call => call.Method == "POST");
    }

    [Fact]
    public async Task Labels_are_added_to_those_that_are_there()
    {
        _account.TagConversations = true;
        _labels.Add("vip");
        await DeliverAsync(SampleOutcomes.Routed(SampleOutcomes.Conversation("chatwoot", "desk")));
        Assert.Equal(["vip", "billing", "hard", "urgent"], _labels);

        // Nothing is new of another decision with the same tags, and nothing is written.
        await DeliverAsync(SampleOutcomes.Routed(SampleOutcomes.Conversation("chatwoot", "desk"), AssignmentStatus.Waiting));
        Assert.Single(_platform.Calls, call => call.Method == "POST" && call.Path.EndsWith("/labels", StringComparison.Ordinal));
    }

    /// <summary>Chatwoot as far as notes go: lists the conversation's messages, and takes new ones.</summary>
    private async Task KeepNotesAsync(FakePlatform.Call call, HttpResponse response)
    {
        if (call.Path.EndsWith("/labels", StringComparison.Ordinal))
        {
            if (call.Method == "POST")
            {
                _labels.Clear();
                _labels.AddRange(call.Json.GetProperty("labels").EnumerateArray().Select(label => label.GetString()!));
            }

            await response.WriteAsJsonAsync(new { payload = _labels });
            return;
        }

        if (call.Method == "POST" && call.Path.EndsWith("/messages", StringComparison.Ordinal))
        {
            _notes.Add(call.Json.GetProperty("content").GetString()!);
        }

        await response.WriteAsJsonAsync(new { payload = _notes.Select(content => new { content, @private = true }) });
    }

    private Task DeliverAsync(ConversationEvent outcome) => _outlet.DeliverAsync(outcome.Conversation.Account, outcome, TestContext.Current.CancellationToken);
}
