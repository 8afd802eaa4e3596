using System.Text;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.Chatwoot;
using Pipeline.Capture.Platforms.Generic;

namespace Pipeline.Tests.Capture;

/// <summary>A platform may sign anything: bodies damaged at random (the same each run) are read or refused, never thrown at the host.</summary>
public sealed class AnyBodyTests
{
    private const int Rounds = 3000;
    private static readonly string[] Values =
        ["null", "true", "-1", "1e999", "\"\"", "\"\\ud800\"", "[]", "{}", "[[]]", "\"2026-03-04T08:14:02Z\"", "99999999999999999999"];

    private static readonly GenericInlet Generic = new(WebhookSamples.Verifier);
    private static readonly ChatwootInlet Chatwoot = new(WebhookSamples.Verifier);

    [Theory]
    [InlineData("generic_message_created.json")]
    [InlineData("generic_message_updated.json")]
    [InlineData("generic_conversation_rated.json")]
    [InlineData("chatwoot_message_attachment.json")]
    [InlineData("chatwoot_message_deleted.json")]
    [InlineData("chatwoot_survey_answered.json")]
    [InlineData("chatwoot_status_resolved.json")]
    public void A_damaged_body_is_read_or_refused(string file)
    {
        var random = new Random(20260304);
        var whole = WebhookSamples.Body(file);
        for (var round = 0; round < Rounds; round++)
        {
            var body = round % 2 == 0 ? DamageBytes(random, whole) : ReplaceValue(random, whole);
            var reading = file.StartsWith("generic", StringComparison.Ordinal)
                ? Generic.Read(WebhookSamples.Generic(body), WebhookSamples.GenericAccount(), WebhookSamples.Now)
                : Chatwoot.Read(WebhookSamples.Chatwoot(body), WebhookSamples.ChatwootAccount(), WebhookSamples.Now);
            if (reading is WebhookReading.Refused refused)
            {
                Assert.Equal(400, refused.Problem.Status);
            }
        }
    }

    [Fact]
    public void A_field_whose_name_is_half_a_character_is_refused()
    {
        var body = """{"type":"conversation.closed","timestamp":"2026-03-04T08:14:02Z","data":{"\ud800":1,"\udc00t":2}}""";
        var reading = Generic.Read(WebhookSamples.Generic(body), WebhookSamples.GenericAccount(), WebhookSamples.Now);
        Assert.Equal("data", Assert.IsType<WebhookReading.Refused>(reading).Problem.Field);
    }

    private static byte[] DamageBytes(Random random, byte[] whole)
    {
        var body = whole[..random.Next(whole.Length / 2, whole.Length)];
        body = random.Next(2) == 0 ? body : (byte[])whole.Clone();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            body[random.Next(body.Length)] = (byte)random.Next(256);
        }

        return body;
    }

    private static byte[] ReplaceValue(Random random, byte[] whole)
    {
        var lines = Encoding.UTF8.GetString(whole).Split('\n');
        var index = Array.FindIndex(
            lines,
            random.Next(lines.Length),
            line => line.Contains("\": ", StringComparison.Ordinal) && !line.EndsWith('{') && !line.EndsWith('['));
        if (index >= 0)
        {
            var name = lines[index][..(lines[index].IndexOf("\": ", StringComparison.Ordinal) + 3)];
            lines[index] = name + Values[random.Next(Values.Length)] + (lines[index].EndsWith(',') ? "," : "");
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }
}
