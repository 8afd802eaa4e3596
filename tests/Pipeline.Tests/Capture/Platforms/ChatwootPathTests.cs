using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Tests.Capture.Platforms;

/// <summary>Chatwoot over the whole path.</summary>
public sealed class ChatwootPathTests : PlatformPathTests
{
    private protected override PlatformTrial Trial()
    {
        var account = WebhookSamples.ChatwootAccount();
        (account.AccountId, account.OutletSecret, account.TagConversations) = ("3", "api-token", true);
        return new()
        {
            Account = account,
            ApiPath = "/desk/",
            Agent = "71",
            Team = "9",
            Sign = body => WebhookSamples.Chatwoot(body),
            CustomerMessage = WebhookSamples.Body("chatwoot_message_incoming.json"),
            NoteIn = call => call.Method == "POST" && call.Path.EndsWith("/conversations/512/messages", StringComparison.Ordinal)
                ? call.Json.GetProperty("content").GetString()
                : null,
            Assigns = call => call.Path == "/desk/api/v1/accounts/3/conversations/512/assignments"
                && call.Json.TryGetProperty("team_id", out var team) && team.GetInt64() == 9,
            ComesBack = ComesBack,
            Answer = (call, notes, response) => call.Path.EndsWith("/labels", StringComparison.Ordinal)
                ? response.WriteAsync("""{"payload":[]}""")
                : response.WriteAsJsonAsync(new { payload = notes.Select(content => new { content }) }),
        };
    }

    private static byte[] ComesBack(FakePlatform.Call note)
    {
        var webhook = JsonNode.Parse(WebhookSamples.Body("chatwoot_message_advisor.json"))!;
        webhook["content"] = note.Json.GetProperty("content").GetString();
        webhook["private"] = note.Json.GetProperty("private").GetBoolean();
        return JsonSerializer.SerializeToUtf8Bytes(webhook);
    }
}
