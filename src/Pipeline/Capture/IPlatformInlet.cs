namespace Pipeline.Capture;

/// <summary>Reads the webhooks of one kind of platform: verifies them, and says in our terms what happened.</summary>
public interface IPlatformInlet
{
    /// <summary>The platform's name, as in the webhook's address and in the configuration.</summary>
    string Platform { get; }

    /// <summary>Verifies and normalises one webhook. Pure: no clock but <paramref name="now"/>, no input or output.</summary>
    WebhookReading Read(WebhookRequest request, PlatformAccount account, DateTimeOffset now);
}
