using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Tests.Capture.Platforms;

/// <summary>Intercom over the whole path.</summary>
public sealed class IntercomPathTests : PlatformPathTests
{
    private const string Conversation = $"/conversations/{IntercomInletTests.ConversationId}";

    private protected override PlatformTrial Trial()
    {
        var account = IntercomInletTests.Account;
        (account.OutletUser, account.OutletSecret) = ("814860", "token");
        return new()
        {
            Account = account,
            Agent = "814861",
            Team = "5017690",
            Sign = IntercomInletTests.Signed,
            CustomerMessage = WebhookSamples.Body("intercom_user_created.json"),

            // Notes are read as a teammate sees them.
            NoteIn = call => WebUtility.HtmlDecode(NoteIn(call))?.Replace("</p>", "", StringComparison.Ordinal),
            Assigns = call => call.Path == $"{Conversation}/parts" && call.Text.Contains("5017690", StringComparison.Ordinal),
            ComesBack = ComesBack,
            Answer = (_, notes, response) => response.WriteAsJsonAsync(
                new { type = "conversation", conversation_parts = new { conversation_parts = notes.Select(body => new { body }) } }),
        };
    }

    private static string? NoteIn(FakePlatform.Call call) =>
        call.Path == $"{Conversation}/reply" && call.Json.GetProperty("message_type").GetString() == "note" ? call.Json.GetProperty("body").GetString() : null;

    // Intercom tells of notes under a topic of their own.
    private static byte[] ComesBack(FakePlatform.Call note)
    {
        var webhook = JsonNode.Parse(WebhookSamples.Body("intercom_admin_noted.json"))!;
        webhook["data"]!["item"]!["conversation_parts"]!["conversation_parts"]![0]!["body"] = NoteIn(note);
        return JsonSerializer.SerializeToUtf8Bytes(webhook);
    }
}
