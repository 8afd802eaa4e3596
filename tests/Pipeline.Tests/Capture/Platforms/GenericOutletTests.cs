using System.Net;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Capture.Platforms;
using Pipeline.Capture.Platforms.Generic;
using Pipeline.Messages;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Capture.Platforms;

public sealed class GenericOutletTests : IAsyncLifetime
{
    private readonly PlatformApi _api = new();
    private readonly FakeClock _clock = new(WebhookSamples.Now);
    private FakePlatform _platform = null!;
    private GenericOutlet _outlet = null!;

    public async ValueTask InitializeAsync()
    {
        _platform = await FakePlatform.StartAsync();
        var options = new PlatformOptions();
        var account = WebhookSamples.GenericAccount();
        account.OutletAddress = new Uri(_platform.Address, "/hooks/pipeline?from=tests");
        account.OutletSecret = WebhookSamples.GenericSecret;
        options.Accounts.Add(account);
        options.Accounts.Add(new PlatformAccount { Platform = "generic", Account = "silent", Secrets = { WebhookSamples.GenericSecret } });
        _outlet = new GenericOutlet(new PlatformAccounts(Options.Create(options)), _api, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await _platform.DisposeAsync();
    }

    [Fact]
    public async Task Suggestions_arrive_signed_as_our_own_verifier_demands()
    {
        var outcome = SampleOutcomes.Suggested(SampleOutcomes.Conversation("generic", "shop", "c-1"));
        await DeliverAsync(outcome);

        var call = Assert.Single(_platform.Calls);
        Assert.Equal(("POST", "/hooks/pipeline?from=tests"), (call.Method, call.Path));
        Assert.Equal(outcome.BusId, call.Headers["webhook-id"]);
        Assert.Null(Verify(call));

        Assert.Equal("suggestions.ready", call.Json.GetProperty("type").GetString());
        Assert.Equal(WebhookSamples.Now, call.Json.GetProperty("timestamp").GetDateTimeOffset());
        var data = call.Json.GetProperty("data");
        Assert.Equal("c-1", data.GetProperty("conversation_id").GetString());
        Assert.Equal("41207", data.GetProperty("message_id").GetString());
        Assert.Equal("fr", data.GetProperty("language").GetString());
        var first = data.GetProperty("suggestions")[0];
        Assert.Equal("Bonjour Yanis, je regarde votre facture.", first.GetProperty("text").GetString());
        Assert.Equal("phrase:fr-greeting-02", first.GetProperty("source").GetString());
        Assert.Equal(0.82, first.GetProperty("score").GetDouble());
        Assert.Empty(first.GetProperty("blanks").EnumerateArray());
    }

    [Fact]
    public async Task A_hand_over_arrives_as_card_and_as_text_and_names_its_transfer()
    {
        var outcome = SampleOutcomes.HandedOver(SampleOutcomes.Conversation("generic", "shop", "c-1"));
        await DeliverAsync(outcome);

        var call = Assert.Single(_platform.Calls);
        Assert.Equal(outcome.TransferId, call.Headers["webhook-id"]);
        Assert.Equal("conversation.handed_over", call.Json.GetProperty("type").GetString());
        var data = call.Json.GetProperty("data");
        Assert.Equal((outcome.TransferId, outcome.Note), (data.GetProperty("transfer_id").GetString(), data.GetProperty("note").GetString()));
        var card = data.GetProperty("card");
        Assert.Equal("other_skill", card.GetProperty("reason").GetString());
        Assert.Equal("failed", card.GetProperty("tried")[0].GetProperty("outcome").GetString());
        Assert.Equal("[ORDER_NUMBER_1]", card.GetProperty("known")[0].GetProperty("value").GetString());
    }

    [Fact]
    public async Task A_routing_decision_arrives_with_its_reasons_in_both_languages()
    {
        await DeliverAsync(SampleOutcomes.Routed(SampleOutcomes.Conversation("generic", "shop", "c-1")));
        var call = Assert.Single(_platform.Calls);
        Assert.Null(Verify(call));
        Assert.Equal("conversation.routed", call.Json.GetProperty("type").GetString());
        var data = call.Json.GetProperty("data");
        Assert.Equal("assigned", data.GetProperty("status").GetString());
        Assert.Equal("a-nadia", data.GetProperty("advisor").GetProperty("id").GetString());
        Assert.Equal("Nadia", data.GetProperty("advisor").GetProperty("first_name").GetString());
        Assert.Equal(("billing", 2), (data.GetProperty("skill").GetString(), data.GetProperty("level").GetInt32()));
        Assert.True(data.GetProperty("hard").GetBoolean());
        Assert.True(data.GetProperty("urgent").GetBoolean());
        var reason = data.GetProperty("reasons")[0];
        Assert.Equal("Menace d'une action en justice", reason.GetProperty("fr").GetString());
        Assert.Equal("Threatens legal action", reason.GetProperty("en").GetString());
    }

    [Fact]
    public async Task A_conversation_that_waits_or_is_released_is_told_too()
    {
        var conversation = SampleOutcomes.Conversation("generic", "shop", "c-1");
        await DeliverAsync(SampleOutcomes.Routed(conversation, AssignmentStatus.Waiting));
        await DeliverAsync(SampleOutcomes.Routed(conversation, AssignmentStatus.Released));
        var calls = _platform.Calls.ToArray();
        Assert.Equal("waiting", calls[0].Json.GetProperty("data").GetProperty("status").GetString());
        Assert.False(calls[0].Json.GetProperty("data").TryGetProperty("advisor", out _));
        Assert.Equal("released", calls[1].Json.GetProperty("data").GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_same_outcome_sent_again_has_the_same_id_and_a_fresh_signature()
    {
        var outcome = SampleOutcomes.Suggested(SampleOutcomes.Conversation("generic", "shop", "c-1"));
        await DeliverAsync(outcome);
        _clock.Advance(TimeSpan.FromHours(1));
        await DeliverAsync(outcome);
        var calls = _platform.Calls.ToArray();
        Assert.Equal(calls[0].Headers["webhook-id"], calls[1].Headers["webhook-id"]);
        Assert.NotEqual(calls[0].Headers["webhook-timestamp"], calls[1].Headers["webhook-timestamp"]);
        Assert.Null(Verify(calls[1]));
        Assert.Equal("timestamp-stale", Verify(calls[0])?.Code);
    }

    [Fact]
    public async Task An_account_without_an_address_is_called_nowhere()
    {
        Assert.True(_outlet.Reaches("shop"));
        Assert.False(_outlet.Reaches("silent"));
        Assert.False(_outlet.Reaches("unknown"));
        await DeliverAsync(SampleOutcomes.Suggested(SampleOutcomes.Conversation("generic", "silent")));
        Assert.Empty(_platform.Calls);
    }

    [Fact]
    public async Task A_receiver_that_is_down_is_told_apart_from_one_that_refuses()
    {
        var outcome = SampleOutcomes.Suggested(SampleOutcomes.Conversation("generic", "shop"));
        _platform.AnswerAlways(HttpStatusCode.ServiceUnavailable);
        await Assert.ThrowsAsync<HttpRequestException>(() => DeliverAsync(outcome));
        _platform.AnswerAlways(HttpStatusCode.Gone);
        await Assert.ThrowsAsync<Ports.PlatformRefusedException>(() => DeliverAsync(outcome));
    }

    private WebhookProblem? Verify(FakePlatform.Call call) => WebhookSamples.Verifier.Check(
        GenericPlatform.Scheme,
        new WebhookRequest(call.Body, name => call.Headers.GetValueOrDefault(name), _ => null),
        [WebhookSamples.GenericSecret],
        _clock.GetUtcNow());

    private Task DeliverAsync(ConversationEvent outcome) => _outlet.DeliverAsync(outcome.Conversation.Account, outcome, TestContext.Current.CancellationToken);
}
