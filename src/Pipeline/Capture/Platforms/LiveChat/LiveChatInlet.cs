using Pipeline.Capture.Reading;
using Pipeline.Capture.Signatures;

namespace Pipeline.Capture.Platforms.LiveChat;

/// <summary>Reads the webhooks of LiveChat: chats that begin, messages and files, what became of them, and chats that end.</summary>
public sealed class LiveChatInlet : IPlatformInlet
{
    private const string SecretField = "secret_key";

    /// <inheritdoc/>
    public string Platform => LiveChatPlatform.PlatformName;

    /// <inheritdoc/>
    public WebhookReading Read(WebhookRequest request, PlatformAccount account, DateTimeOffset now) =>
        WebhookBody.Read(request, body => Verify(body, account) is { } problem
            ? new WebhookReading.Refused(problem)
            : Understand(body, account, now));

    private static WebhookProblem? Verify(BodyObject body, PlatformAccount account)
    {
        const string Title = "The webhook does not hold the secret of the account.";
        return body.TextOrNone(SecretField, CaptureLimits.Id) is not { Length: > 0 } given
                ? new(401, "secret-missing", Title, $"{SecretField} is missing.", SecretField)
            : SharedSecret.IsAny(given, account.Secrets) ? null
            : new(401, "secret-invalid", Title, $"{SecretField} is none of the account's secrets.", SecretField);
    }

    private static WebhookReading Understand(BodyObject body, PlatformAccount account, DateTimeOffset now)
    {
        var chat = new LiveChatEvents(body, account, now);
        return body.Text("action", CaptureLimits.Id) switch
        {
            "incoming_chat" => chat.ReadBegun(),
            "incoming_event" => chat.ReadEvent(),
            "event_updated" => chat.ReadUpdated(),
            "event_deleted" => chat.ReadDeleted(),
            "chat_deactivated" => chat.ReadEnded(),
            _ => new WebhookReading.Ignored("UnknownEvent"),
        };
    }
}
