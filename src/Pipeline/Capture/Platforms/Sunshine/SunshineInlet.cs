using Pipeline.Capture.Reading;
using Pipeline.Capture.Signatures;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Sunshine;

/// <summary>Reads the webhooks of Sunshine Conversations: several events each, of which messages and their deletions count.</summary>
public sealed class SunshineInlet : IPlatformInlet
{
    private const int MaxEvents = 100;

    /// <inheritdoc/>
    public string Platform => SunshinePlatform.PlatformName;

    /// <inheritdoc/>
    public WebhookReading Read(WebhookRequest request, PlatformAccount account, DateTimeOffset now) =>
        HeaderSecret.Check(request, SunshinePlatform.SecretHeader, account.Secrets) is { } problem
            ? new WebhookReading.Refused(problem)
            : WebhookBody.Read(request, body => Understand(body, account, now));

    private static WebhookReading Understand(BodyObject body, PlatformAccount account, DateTimeOffset now)
    {
        // Ids of conversations are known within an app: those of another one would be taken for ours.
        if (account.AccountId is { } expected && body.ObjectOrNone("app")?.IdOrNone("id") is { } found && found != expected)
        {
            throw body.Object("app").Wrong("id", "the configured account's app");
        }

        List<MessageCaptured> messages = [];
        var reason = "UnknownEvent";
        foreach (var one in body.Objects("events", MaxEvents))
        {
            if (one.Text("type", CaptureLimits.Id) != "conversation:message")
            {
                continue;
            }

            if (new SunshineMessage(one, account, now).Read() is { } message)
            {
                messages.Add(message);
            }
            else
            {
                reason = "NoContent";
            }
        }

        return messages.Count > 0 ? new WebhookReading.Understood(messages) : new WebhookReading.Ignored(reason);
    }
}
