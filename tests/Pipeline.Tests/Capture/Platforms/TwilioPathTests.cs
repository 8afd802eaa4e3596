using System.Text;
using Pipeline.Capture;

namespace Pipeline.Tests.Capture.Platforms;

/// <summary>Twilio's webhooks go in; what comes of them goes through another account, for Twilio has no side for advisors.</summary>
public sealed class TwilioPathTests
{
    private const string Id = "CH11111111111111111111111111111102";

    [Fact]
    public async Task A_customers_message_becomes_suggestions_and_a_decision_at_the_other_account()
    {
        await using var path = await PlatformPath.StartAsync(
            [
                new()
                {
                    Platform = "twilio", Account = "shop", LanguageHint = "fr", Secrets = { TwilioInletTests.Token },
                    PublicAddress = new Uri(TwilioInletTests.Public), OutletThrough = "generic/desk",
                },
                new() { Platform = "generic", Account = "desk", Secrets = { WebhookSamples.GenericSecret }, OutletSecret = WebhookSamples.GenericSecret },
            ],
            failures: 1);

        Assert.IsType<WebhookReading.Understood>(await path.PostAsync(Webhook()));
        var calls = path.Platform.Calls.Count;
        await path.PostAsync(Webhook());

        Assert.Equal(calls, path.Platform.Calls.Count);
        Assert.Contains(path.Platform.Calls, call => call.Text.Contains("suggestions", StringComparison.Ordinal) && call.Text.Contains(Id, StringComparison.Ordinal));
        Assert.Contains(path.Platform.Calls, call => call.Text.Contains("technical", StringComparison.Ordinal));
        Assert.Equal("whatsapp", (await path.TranscriptAsync(Id)).Conversation.Channel);
    }

    private static WebhookRequest Webhook()
    {
        var body = Encoding.UTF8.GetString(WebhookSamples.Body("twilio_message_added.form"));
        return TwilioInletTests.Request(body, TwilioInletTests.Sign(TwilioInletTests.Public, body));
    }
}
