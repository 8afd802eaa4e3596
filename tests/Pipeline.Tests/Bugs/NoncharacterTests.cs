using Pipeline.Messages;
using Pipeline.Tests.Flow;

namespace Pipeline.Tests.Bugs;

/// <summary>
/// Found by the tests of hostile text: .NET refuses to normalise U+FFFE, so that a customer's message with it failed at every delivery and
/// ended as a dead letter.
/// </summary>
public sealed class NoncharacterTests
{
    [Fact]
    public async Task A_message_with_what_Unicode_calls_no_character_gets_to_the_transcript()
    {
        await using var path = await WholePath.StartAsync();
        await path.PostAsync(new("msg_1", TimeSpan.Zero, """
            {"type":"message.created","timestamp":"2026-03-02T09:00:00Z","data":{"id":"m-1","conversation_id":"c-1",
             "sender":{"id":"v-1","role":"customer"},"text":"Bonjour \uFFFE"}}
            """u8.ToArray()));
        await path.RunSomeAsync(100);
        var transcript = await path.Transcripts.ReadAsync(
            ConversationKeys.Conversation("generic", "demo", "c-1"), TestContext.Current.CancellationToken);
        Assert.Equal("Bonjour \uFFFD", Assert.Single(transcript!.Messages).Text);
    }
}
