namespace Pipeline.Capture;

/// <summary>Reads the webhooks of one kind of platform: verifies them, and says in our terms what happened.</summary>
public interface IPlatformInlet
{
    /// <summary>The platform's name, as in the webhook's address and in the configuration.</summary>
    string Platform { get; }

    /// <summary>Verifies and normalises one webhook. Pure: no clock but <paramref name="now"/>, no input or output.</summary>
    WebhookReading Read(WebhookRequest request, PlatformAccount account, DateTimeOffset now);

    /// <summary>
    /// Answers a GET or an OPTIONS to the webhook's address, by which a platform finds out whether the address is ours. Pure. Platforms that
    /// ask for none are refused with 405.
    /// </summary>
    WebhookReading Greet(WebhookGreeting greeting, PlatformAccount account) => new WebhookReading.Refused(WebhookGreeting.NotExpected);
}
