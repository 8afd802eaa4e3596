using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Capture.Platforms;
using Pipeline.Capture.Platforms.LiveChat;
using Pipeline.Messages;

namespace Pipeline.Tests.Capture.Platforms;

public sealed class LiveChatOutletTests : IAsyncLifetime
{
    private static readonly string[] Tags = ["hard"];

    private readonly PlatformApi _api = new();
    private readonly PlatformAccount _account = new() { Platform = "livechat", Account = "shop", Secrets = { "s" } };
    private readonly List<JsonElement> _notes = [];
    private FakePlatform _platform = null!;
    private LiveChatOutlet _outlet = null!;

    public async ValueTask InitializeAsync()
    {
        _platform = await FakePlatform.StartAsync();
        _platform.Answer = AnswerAsync;
        (_account.OutletAddress, _account.OutletUser, _account.OutletSecret) = (new Uri(_platform.Address, "/v3.6"), "acc-1", "pat");
        var options = new PlatformOptions();
        options.Accounts.Add(_account);
        _outlet = new LiveChatOutlet(new PlatformAccounts(Options.Create(options)), _api);
    }

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await _platform.DisposeAsync();
    }

    [Fact]
    public async Task Suggestions_become_one_event_that_only_agents_see()
    {
        var outcome = SampleOutcomes.Suggested(Conversation);
        await DeliverAsync(outcome);
        await DeliverAsync(outcome);

        var note = Assert.Single(_notes);
        Assert.Equal("RB4M9XKQ", note.GetProperty("chat_id").GetString());
        Assert.Equal(("message", "agents"), (note.GetProperty("event").GetProperty("type").GetString(), note.GetProperty("event").GetProperty("visibility").GetString()));
        Assert.StartsWith("Suggestions de réponse – pour vous seulement", note.GetProperty("event").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.All(_platform.Calls, call => Assert.Equal(
            $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("acc-1:pat"))}", call.Headers["Authorization"]));
    }

    [Fact]
    public async Task A_decision_transfers_and_tags_the_chat_and_then_says_why()
    {
        _account.Agents["a-nadia"] = "nadia@support.example";
        _account.Teams["billing"] = "5";
        _account.TagConversations = true;
        await DeliverAsync(SampleOutcomes.Routed(Conversation));
        await DeliverAsync(SampleOutcomes.Routed(Conversation, AssignmentStatus.Waiting));

        string[] actions = [.. _platform.Calls.Select(call => call.Path[(call.Path.LastIndexOf('/') + 1)..]).Where(action => action != "get_chat")];
        Assert.Equal(["transfer_chat", "tag_thread", "tag_thread", "send_event", "transfer_chat", "tag_thread", "tag_thread", "send_event"], actions);
        var transfers = _platform.Calls.Where(call => call.Path.EndsWith("transfer_chat", StringComparison.Ordinal)).Select(call => call.Text);
        Assert.Equal(
            [
                """{"id":"RB4M9XKQ","target":{"type":"agent","ids":["nadia@support.example"]},"ignore_agents_availability":true,"ignore_requester_presence":true}""",
                """{"id":"RB4M9XKQ","target":{"type":"group","ids":[5]},"ignore_agents_availability":true,"ignore_requester_presence":true}""",
            ],
            transfers);

        // One of the three tags the thread had already.
        Assert.Equal(
            ["billing", "urgent"],
            _platform.Calls.Where(call => call.Path.EndsWith("tag_thread", StringComparison.Ordinal)).Select(call => call.Json.GetProperty("tag").GetString()).Distinct());
    }

    [Fact]
    public async Task Without_teams_and_agents_nothing_is_transferred()
    {
        await DeliverAsync(SampleOutcomes.Routed(Conversation));
        Assert.DoesNotContain(_platform.Calls, call => call.Path.EndsWith("transfer_chat", StringComparison.Ordinal));
    }

    private static Conversation Conversation => SampleOutcomes.Conversation("livechat", "shop", "RB4M9XKQ");

    private async Task AnswerAsync(FakePlatform.Call call, HttpResponse response)
    {
        if (call.Path.EndsWith("send_event", StringComparison.Ordinal))
        {
            _notes.Add(call.Json);
        }

        await response.WriteAsJsonAsync(new { id = "RB4M9XKQ", thread = new { id = "T7QK2", tags = Tags, events = _notes.Select(note => note.GetProperty("event")) } });
    }

    private Task DeliverAsync(ConversationEvent outcome) => _outlet.DeliverAsync("shop", outcome, TestContext.Current.CancellationToken);
}
