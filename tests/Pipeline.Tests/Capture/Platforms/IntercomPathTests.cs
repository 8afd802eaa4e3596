using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Pipeline.Capture;

namespace Pipeline.Tests.Capture.Platforms;

/// <summary>Intercom's webhooks go in, and notes, assignments and tags come out.</summary>
public sealed class IntercomPathTests
{
    private readonly List<string> _notes = [];

    [Fact]
    public async Task A_customers_message_becomes_a_note_with_suggestions_and_an_assignment()
    {
        await using var path = await PlatformPath.StartAsync([Account], AnswerAsync, failures: 1);

        Assert.IsType<WebhookReading.Understood>(await path.PostAsync(Webhook("intercom_user_created.json")));

        Assert.Contains(_notes, note => note.StartsWith("<p><strong>Suggestions de réponse</strong>", StringComparison.Ordinal));
        Assert.Contains(_notes, note => note.StartsWith("<p><strong>Orientation</strong> – technical", StringComparison.Ordinal));
        var calls = path.Platform.Calls.ToArray();
        var assigned = Assert.Single(calls, call => call.Path == $"/conversations/{IntercomInletTests.ConversationId}/parts").Json;
        Assert.Equal(
            ("assignment", "team", "814860", $"{Array.IndexOf(PlatformPath.Skills, "technical") + 1}"),
            (Value(assigned, "message_type"), Value(assigned, "type"), Value(assigned, "admin_id"), Value(assigned, "assignee_id")));

        // Of the tags that it would get one exists.
        Assert.Equal("71", Value(Assert.Single(calls, call => call.Path.EndsWith("/conversations/301590000000042/tags", StringComparison.Ordinal)).Json, "id"));
        Assert.All(calls, call => Assert.Equal(("Bearer token", "2.14"), (call.Headers["Authorization"], call.Headers["Intercom-Version"])));
    }

    [Fact]
    public async Task What_is_told_again_and_our_own_note_coming_back_do_nothing()
    {
        await using var path = await PlatformPath.StartAsync([Account], AnswerAsync);
        await path.PostAsync(Webhook("intercom_user_created.json"));
        var left = _notes.Count;

        await path.PostAsync(Webhook("intercom_user_created.json"));
        var back = JsonNode.Parse(WebhookSamples.Body("intercom_admin_noted.json"))!;
        back["data"]!["item"]!["conversation_parts"]!["conversation_parts"]![0]!["body"] = _notes[0];
        Assert.Equal(
            new WebhookReading.Ignored("PrivateNote"), await path.PostAsync(IntercomInletTests.Signed(JsonSerializer.SerializeToUtf8Bytes(back))));

        Assert.Equal(left, _notes.Count);
        Assert.Single((await path.TranscriptAsync(IntercomInletTests.ConversationId)).Messages);
    }

    private static PlatformAccount Account
    {
        get
        {
            var account = IntercomInletTests.Account;
            (account.OutletUser, account.OutletSecret, account.TagConversations) = ("814860", "token", true);
            return account;
        }
    }

    private static WebhookRequest Webhook(string file) => IntercomInletTests.Signed(WebhookSamples.Body(file));

    private static string? Value(JsonElement json, string name) => json.GetProperty(name).GetString();

    private Task AnswerAsync(FakePlatform.Call call, HttpResponse response)
    {
        if (call.Path.EndsWith("/reply", StringComparison.Ordinal))
        {
            Assert.Equal(("note", "admin", "814860"), (Value(call.Json, "message_type"), Value(call.Json, "type"), Value(call.Json, "admin_id")));
            _notes.Add(Value(call.Json, "body")!);
        }

        return call.Path == "/tags"
            ? response.WriteAsJsonAsync(new { type = "list", data = new[] { new { type = "tag", id = "71", name = "technical" }, new { type = "tag", id = "72", name = "vip" } } })
            : response.WriteAsJsonAsync(new { type = "conversation", conversation_parts = new { conversation_parts = _notes.Select(body => new { body }) } });
    }
}
