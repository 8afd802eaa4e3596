using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Pipeline.Capture;

namespace Pipeline.Tests.Capture.Platforms;

/// <summary>LiveChat's webhooks go in, and events for agents and transfers come out.</summary>
public sealed class LiveChatPathTests
{
    private readonly List<JsonElement> _notes = [];

    [Fact]
    public async Task A_customers_message_becomes_a_note_with_suggestions_and_a_transfer()
    {
        await using var path = await PlatformPath.StartAsync([Account], AnswerAsync, failures: 1);

        Assert.IsType<WebhookReading.Understood>(await path.PostAsync(Webhook("livechat_incoming_event.json")));

        Assert.Contains(_notes, note => Text(note).StartsWith("Suggestions de réponse", StringComparison.Ordinal));
        Assert.Contains(_notes, note => Text(note).StartsWith("Orientation – technical", StringComparison.Ordinal));
        var transfer = path.Platform.Calls.Last(call => call.Path.EndsWith("transfer_chat", StringComparison.Ordinal)).Json;
        Assert.Equal("RB4M9XKQ", transfer.GetProperty("id").GetString());
        Assert.Equal(
            Array.IndexOf(PlatformPath.Skills, "technical") + 1, transfer.GetProperty("target").GetProperty("ids")[0].GetInt32());
        Assert.Equal("Elle clignote depuis ce matin", Assert.Single((await path.TranscriptAsync("RB4M9XKQ")).Messages).Text);
    }

    [Fact]
    public async Task What_is_told_again_and_our_own_note_coming_back_do_nothing()
    {
        await using var path = await PlatformPath.StartAsync([Account], AnswerAsync);
        await path.PostAsync(Webhook("livechat_incoming_event.json"));
        var left = _notes.Count;

        await path.PostAsync(Webhook("livechat_incoming_event.json"));
        var back = JsonNode.Parse(WebhookSamples.Body("livechat_incoming_event_agent.json"))!;
        back["payload"]!["event"]!["text"] = Text(_notes[0]);
        back["payload"]!["event"]!["visibility"] = "agents";
        Assert.Equal(new WebhookReading.Ignored("PrivateNote"), await path.PostAsync(Request(JsonSerializer.SerializeToUtf8Bytes(back))));

        Assert.Equal(left, _notes.Count);
        Assert.Single((await path.TranscriptAsync("RB4M9XKQ")).Messages);
    }

    private static PlatformAccount Account => new()
    {
        Platform = "livechat", Account = "shop", LanguageHint = "fr", Secrets = { "a-secret-of-the-livechat-tests" },
        OutletAddress = new Uri("/v3.6", UriKind.Relative), OutletSecret = "token",
    };

    private static WebhookRequest Webhook(string file) => Request(WebhookSamples.Body(file));

    private static WebhookRequest Request(byte[] body) => WebhookSamples.Request(body, new() { ["Content-Type"] = "application/json" });

    private static string Text(JsonElement note) => note.GetProperty("event").GetProperty("text").GetString()!;

    private Task AnswerAsync(FakePlatform.Call call, HttpResponse response)
    {
        if (call.Path.EndsWith("send_event", StringComparison.Ordinal))
        {
            _notes.Add(call.Json);
        }

        return response.WriteAsJsonAsync(new { id = "RB4M9XKQ", thread = new { id = "T7QK2", events = _notes.Select(note => note.GetProperty("event")) } });
    }
}
