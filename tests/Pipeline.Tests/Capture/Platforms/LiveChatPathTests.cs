using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Tests.Capture.Platforms;

/// <summary>LiveChat over the whole path.</summary>
public sealed class LiveChatPathTests : PlatformPathTests
{
    private const string Agent = "nadia@support.example";

    private protected override PlatformTrial Trial() => new()
    {
        Account = new()
        {
            Platform = "livechat",
            Account = "shop",
            LanguageHint = "fr",
            Secrets = { "a-secret-of-the-livechat-tests" },
            OutletSecret = "token",
        },
        ApiPath = "/v3.6",
        Agent = Agent,
        Team = "5",
        Sign = body => WebhookSamples.Request(body, new() { ["Content-Type"] = "application/json" }),
        CustomerMessage = WebhookSamples.Body("livechat_incoming_event.json"),
        NoteIn = NoteIn,
        Assigns = call => call.Path.EndsWith("/transfer_chat", StringComparison.Ordinal)
            && call.Json.GetProperty("target").GetProperty("ids")[0].ToString() is var id
            && (id == Agent || id == 5.ToString(CultureInfo.InvariantCulture)),
        ComesBack = ComesBack,
        Answer = (_, notes, response) => response.WriteAsJsonAsync(
            new { id = "RB4M9XKQ", thread = new { id = "T7QK2", events = notes.Select(text => new { text }) } }),
    };

    private static string? NoteIn(FakePlatform.Call call) =>
        call.Path.EndsWith("/send_event", StringComparison.Ordinal) ? call.Json.GetProperty("event").GetProperty("text").GetString() : null;

    private static byte[] ComesBack(FakePlatform.Call note)
    {
        var webhook = JsonNode.Parse(WebhookSamples.Body("livechat_incoming_event_agent.json"))!;
        webhook["payload"]!["event"]!["text"] = NoteIn(note);
        webhook["payload"]!["event"]!["visibility"] = note.Json.GetProperty("event").GetProperty("visibility").GetString();
        return JsonSerializer.SerializeToUtf8Bytes(webhook);
    }
}
