using System.Text;
using System.Text.Json;
using Pipeline.Replay;

namespace Pipeline.Tests.Replay;

public sealed class ReplayScriptTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 4, 8, 14, 2, TimeSpan.Zero);

    [Fact]
    public void A_message_is_written_as_the_generic_platform_sends_it()
    {
        var message = ReplayScript.Write(Recordings.Of("c", null, "Été \"chaud\" 🙂"), "c-9", Start)[0];

        Assert.Equal(
            """{"type":"message.created","timestamp":"2026-03-04T08:14:02.0000000Z","data":{"id":"m-0001","conversation_id":"c-9","sender":{"id":"c-1","role":"customer","name":"Camille Roussel"},"text":"Été \"chaud\" 🙂","brand":"boreal","language":"fr","customer_id":"c-1"}}""",
            Normalized(message));
    }

    [Fact]
    public void A_rated_conversation_ends_with_its_rating_and_its_close()
    {
        var events = ReplayScript.Write(Recordings.Of("c", 4, "a", "b"), "c-9", Start).Select(Root).ToList();

        Assert.Equal(
            ["message.created", "message.created", "conversation.rated", "conversation.closed"],
            events.Select(json => json.GetProperty("type").GetString()));
        Assert.Equal(4, events[2].GetProperty("data").GetProperty("rating").GetInt32());
        Assert.Equal("advisor", events[1].GetProperty("data").GetProperty("sender").GetProperty("role").GetString());
    }

    [Fact]
    public void Pauses_and_sent_times_shrink_with_the_speed()
    {
        var events = ReplayScript.Write(Recordings.Of("c", null, "a", "b", "c"), "c-9", Start, speed: 10);

        Assert.Equal([0, 3, 6, 6.001], events.Select(webhook => webhook.At.TotalSeconds));
        Assert.Equal(Start.AddSeconds(3), Root(events[1]).GetProperty("timestamp").GetDateTimeOffset());
    }

    [Fact]
    public void The_same_conversation_is_written_twice_alike_and_under_another_id_apart()
    {
        var conversation = Recordings.Of("c", 5, "a", "b");
        string[] Ids(string id) => [.. ReplayScript.Write(conversation, id, Start).Select(webhook => webhook.WebhookId)];

        Assert.Equal(Ids("one"), Ids("one"));
        Assert.Empty(Ids("one").Intersect(Ids("two")));
        Assert.Equal(4, Ids("one").Distinct().Count());
    }

    private static JsonElement Root(ReplayedEvent webhook) => JsonElement.Parse(webhook.Body.Span);

    // An emoji may be written as itself or as an escape: JSON holds them equal.
    private static string Normalized(ReplayedEvent webhook) =>
        Encoding.UTF8.GetString(webhook.Body.Span).Replace("\\uD83D\\uDE42", "🙂", StringComparison.OrdinalIgnoreCase);
}
