using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Tests.Capture.Platforms;

/// <summary>Zendesk over the whole path.</summary>
public sealed class ZendeskPathTests : PlatformPathTests
{
    /// <summary>The note that a call leaves; null for another call.</summary>
    internal static string? NoteIn(FakePlatform.Call call) =>
        call.Method == "PUT" && call.Path == "/api/v2/tickets/7342.json"
            && call.Json.GetProperty("ticket").TryGetProperty("comment", out var comment)
                ? comment.GetProperty("html_body").GetString()
                : null;

    /// <summary>Lists comments.</summary>
    internal static Task AnswerAsync(IEnumerable<string> notes, HttpResponse response) => response.WriteAsJsonAsync(
        new { comments = notes.Select(note => new { html_body = note, @public = false }).Reverse(), meta = new { has_more = false } });

    private protected override PlatformTrial Trial() => new()
    {
        Account = ZendeskSamples.Account(),
        Agent = "8300000000088",
        Team = "8300000000041",
        Sign = ZendeskSamples.Sign,
        CustomerMessage = WebhookSamples.Body("zendesk_comment_customer.json"),

        // Notes are read as an agent sees them.
        NoteIn = call => WebUtility.HtmlDecode(NoteIn(call)),
        Assigns = call => call.Method == "PUT"
            && call.Json.GetProperty("ticket").TryGetProperty("group_id", out var group) && group.GetInt64() == 8_300_000_000_041,
        ComesBack = ComesBack,
        Answer = (_, notes, response) => AnswerAsync(notes, response),
    };

    private static byte[] ComesBack(FakePlatform.Call note)
    {
        var webhook = JsonNode.Parse(WebhookSamples.Body("zendesk_comment_agent.json"))!;
        var comment = note.Json.GetProperty("ticket").GetProperty("comment");
        webhook["event"]!["comment"]!["body"] = comment.GetProperty("html_body").GetString();
        webhook["event"]!["comment"]!["is_public"] = comment.GetProperty("public").GetBoolean();
        return JsonSerializer.SerializeToUtf8Bytes(webhook);
    }
}
