using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Capture.Platforms;
using Pipeline.Capture.Platforms.Intercom;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Tests.Capture.Platforms;

public sealed class IntercomOutletTests : IAsyncLifetime
{
    private readonly PlatformApi _api = new();
    private readonly PlatformAccount _account = IntercomInletTests.Account;
    private FakePlatform _platform = null!;
    private IntercomOutlet _outlet = null!;

    public async ValueTask InitializeAsync()
    {
        _platform = await FakePlatform.StartAsync();
        _platform.Answer = (call, response) => call.Path == "/tags"
            ? response.WriteAsJsonAsync(new { type = "list", data = new[] { new { type = "tag", id = "71", name = "Billing" }, new { type = "tag", id = "72", name = "vip" } } })
            : response.WriteAsync("{}");
        (_account.OutletAddress, _account.OutletUser, _account.OutletSecret) = (_platform.Address, "814860", "token");
        var options = new PlatformOptions();
        options.Accounts.Add(_account);
        _outlet = new IntercomOutlet(new PlatformAccounts(Options.Create(options)), _api);
    }

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await _platform.DisposeAsync();
    }

    [Fact]
    public async Task A_decision_goes_to_team_and_teammate_gets_the_tags_that_exist_and_says_why()
    {
        _account.Teams["billing"] = "5017690";
        _account.Agents["a-nadia"] = "814861";
        _account.TagConversations = true;
        await DeliverAsync(SampleOutcomes.Routed(SampleOutcomes.Conversation("intercom", "shop", IntercomInletTests.ConversationId)));

        var posts = _platform.Calls.Where(call => call.Method == "POST").ToArray();
        Assert.Equal(["parts", "parts", "tags", "reply"], posts.Select(call => call.Path[(call.Path.LastIndexOf('/') + 1)..]));
        Assert.Equal("""{"message_type":"assignment","type":"team","admin_id":"814860","assignee_id":"5017690"}""", posts[0].Text);
        Assert.Equal("""{"message_type":"assignment","type":"admin","admin_id":"814860","assignee_id":"814861"}""", posts[1].Text);
        Assert.Equal("""{"id":"71","admin_id":"814860"}""", posts[2].Text);
        Assert.Equal(("note", "admin"), (Value(posts[3].Json, "message_type"), Value(posts[3].Json, "type")));
        Assert.StartsWith("<p><strong>Orientation</strong> – billing, niveau 2", Value(posts[3].Json, "body"), StringComparison.Ordinal);
        Assert.All(_platform.Calls, call => Assert.Equal(("Bearer token", "2.14"), (call.Headers["Authorization"], call.Headers["Intercom-Version"])));
    }

    [Fact]
    public async Task Text_that_looks_like_markup_stays_text()
    {
        var outcome = SampleOutcomes.Suggested(SampleOutcomes.Conversation("intercom", "shop", IntercomInletTests.ConversationId));
        await DeliverAsync(outcome with { Suggestions = [outcome.Suggestions[0] with { Text = "<img src=x onerror=alert(1)> & \"ok\"" }] });
        Assert.Contains(
            "&lt;img src=x onerror=alert(1)&gt; &amp; &quot;ok&quot;",
            Value(Assert.Single(_platform.Calls, call => call.Method == "POST").Json, "body"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../../admins")]
    [InlineData("42/reply")]
    public async Task An_id_that_is_no_number_steers_no_call(string id)
    {
        await Assert.ThrowsAsync<PlatformRefusedException>(() => DeliverAsync(SampleOutcomes.Suggested(SampleOutcomes.Conversation("intercom", "shop", id))));
        Assert.Empty(_platform.Calls);
    }

    private static string Value(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private Task DeliverAsync(ConversationEvent outcome) => _outlet.DeliverAsync("shop", outcome, TestContext.Current.CancellationToken);
}
