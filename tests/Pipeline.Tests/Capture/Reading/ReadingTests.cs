using System.Text.Json.Nodes;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.Generic;
using Pipeline.Messages;

namespace Pipeline.Tests.Capture.Reading;

/// <summary>What is kept of names, pages and languages, seen through the generic platform.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("Camille Roussel", "Camille")]
    [InlineData("  Jean-Pierre\tMartin ", "Jean-Pierre")]
    [InlineData("Zoé", "Zoé")]
    [InlineData("Mme Roussel", null)]
    [InlineData("M. Durand", null)]
    [InlineData("Dr Patel", null)]
    [InlineData("Visitor 5012", null)]
    [InlineData("quiet-river-53", null)]
    [InlineData("camille@example.org", null)]
    [InlineData("+33 6 39 98 00 00", null)]
    [InlineData("", null)]
    [InlineData("   ", null)]
    public void Only_a_first_name_is_kept(string name, string? kept) =>
        Assert.Equal(kept, Read("name", name).Sender.FirstName);

    [Theory]
    [InlineData("/assistance/box", "/assistance/box")]
    [InlineData("/cart?email=a@example.org", "/cart")]
    [InlineData("/cart#step-2", "/cart")]
    [InlineData("https://www.example.org/a/b?c=d#e", "/a/b")]
    [InlineData("https://www.example.org", "/")]
    [InlineData("?only=query", null)]
    [InlineData("", null)]
    public void Only_the_path_of_a_page_is_kept(string page, string? kept) =>
        Assert.Equal(kept, Read("page", page).Conversation.EntryPage);

    [Theory]
    [InlineData("fr", "fr")]
    [InlineData("FR-ca", "fr")]
    [InlineData("en_GB", "en")]
    [InlineData("de", null)]
    [InlineData("french", null)]
    public void Languages_are_told_apart_by_their_first_part(string tag, string? kept) =>
        Assert.Equal(kept, Read("language", tag).Conversation.LanguageHint);

    private static MessageCaptured Read(string field, string value)
    {
        var data = new JsonObject
        {
            ["conversation_id"] = 12,
            ["sender"] = new JsonObject { ["role"] = "customer" },
            ["text"] = "x",
        };
        var holder = field == "name" ? data["sender"]!.AsObject() : data;
        holder[field] = value;
        var body = new JsonObject { ["type"] = "message.created", ["timestamp"] = "2026-03-04T08:14:02Z", ["data"] = data };
        var reading = new GenericInlet(WebhookSamples.Verifier).Read(
            WebhookSamples.Generic(body.ToJsonString()), WebhookSamples.GenericAccount(), WebhookSamples.Now);
        return Assert.Single(Assert.IsType<WebhookReading.Understood>(reading).Messages);
    }
}
