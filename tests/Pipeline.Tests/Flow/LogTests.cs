using System.Text;
using Pipeline.Capture;
using Pipeline.Replay;

namespace Pipeline.Tests.Flow;

public sealed class LogTests
{
    [Fact]
    public async Task The_log_holds_no_text_and_no_name_of_anybody_even_when_the_tables_fail()
    {
        await using var path = await WholePath.StartAsync();
        var conversation = BundledConversations.All[0];
        var failures = 3;
        path.Tables.BeforeApply = (_, _) =>
        {
            if (failures-- > 0)
            {
                throw new TimeoutException("The tables did not answer.");
            }
        };
        foreach (var webhook in ReplayScript.Write(conversation, conversation.Id, WholePath.Start))
        {
            await path.PostAsync(webhook);
            Assert.IsType<WebhookReading.Refused>(await path.PostAsync(webhook with { Body = Broken(webhook.Body) }));
        }

        await path.DrainAsync();

        var log = string.Join('\n', path.Logs.Lines);
        Assert.Contains("failed on message", log, StringComparison.Ordinal);
        Assert.Contains("shape-invalid", log, StringComparison.Ordinal);
        Assert.DoesNotContain(conversation.Customer.Name!.Split(' ')[0], log, StringComparison.Ordinal);
        Assert.All(conversation.Turns, turn => Assert.DoesNotContain(turn.Text, log, StringComparison.Ordinal));
    }

    // Signed as it stands, and yet of the wrong shape: the text is still in it.
    private static ReadOnlyMemory<byte> Broken(ReadOnlyMemory<byte> body) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body.Span).Replace("\"conversation_id\"", "\"conversation\"", StringComparison.Ordinal));
}
