using Pipeline.Suggestions.Replies;

namespace Pipeline.Tests.Web.Support;

/// <summary>Puts past replies in, for the endpoints to show.</summary>
internal static class SentBefore
{
    /// <summary>What the reply says.</summary>
    public const string Text = "La panne est connue, nos équipes y travaillent.";

    /// <summary>The id of the reply.</summary>
    public static string Id => ReplyIdentity.IdOf("boreal", "fr", Text);

    /// <summary>A reply that three advisors sent, and one that only one did.</summary>
    public static async Task LearnAsync(WebFixture fixture) =>
        await new AcceptedReplyStore(fixture.Tables, new("a key"), fixture.Clock).LearnAsync(
            [],
            [
                .. Enumerable.Range(0, 3).Select(number => Sent(Text, $"c-{number}", $"a-{number}", fixture)),
                Sent("Je vous envoie tout cela par écrit.", "c-1", "a-1", fixture),
            ],
            TestContext.Current.CancellationToken);

    private static SentReply Sent(string text, string conversation, string advisor, WebFixture fixture) => new(text, new(
        "boreal", "fr", conversation, "m-1", advisor, DateOnly.FromDateTime(fixture.Clock.GetUtcNow().UtcDateTime), "outage"));
}
