using Pipeline.Capture.Reading;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Twilio;

/// <summary>
/// Reads the webhooks of Twilio Conversations (twilio.com/docs/conversations/conversations-webhooks), as forms or as JSON: messages, edits,
/// removals, and closes.
/// </summary>
public sealed class TwilioInlet : IPlatformInlet
{
    private const string FormType = "application/x-www-form-urlencoded";

    private static WebhookProblem NoForm { get; } = new(
        400, "form-invalid", "The body is not a form.", "The body must hold at most 200 fields of different names, in UTF-8.", null);

    /// <inheritdoc/>
    public string Platform => TwilioPlatform.PlatformName;

    /// <inheritdoc/>
    public WebhookReading Read(WebhookRequest request, PlatformAccount account, DateTimeOffset now)
    {
        if (request.Header("Content-Type")?.StartsWith(FormType, StringComparison.OrdinalIgnoreCase) != true)
        {
            return TwilioSignature.Check(request, account, form: null) is { } unsigned
                ? new WebhookReading.Refused(unsigned)
                : WebhookBody.Read(request, body => Understand(body, account, now));
        }

        return FormFields.TryParse(request.Body.Span) is not { } form ? new WebhookReading.Refused(NoForm)
            : TwilioSignature.Check(request, account, form) is { } problem ? new WebhookReading.Refused(problem)
            : FormFields.Read(form, body => Understand(body, account, now));
    }

    private static WebhookReading Understand(BodyObject body, PlatformAccount account, DateTimeOffset now)
    {
        var message = new TwilioMessage(body, account, now);
        return body.Text("EventType", CaptureLimits.Id) switch
        {
            "onMessageAdded" => message.ReadAdded() is { } added ? new WebhookReading.Understood([added]) : new WebhookReading.Ignored("NoContent"),
            "onMessageUpdated" => new WebhookReading.Understood([message.ReadChange(MessageKind.Edit, "edited", "DateUpdated")]),
            "onMessageRemoved" => new WebhookReading.Understood([message.ReadChange(MessageKind.Deletion, "deleted", "DateRemoved")]),
            "onConversationStateUpdated" when body.TextOrNone("StateTo", CaptureLimits.Label) == "closed" =>
                new WebhookReading.Understood([message.ReadClose()]),
            "onConversationStateUpdated" => new WebhookReading.Ignored("StatusChanged"),
            _ => new WebhookReading.Ignored("UnknownEvent"),
        };
    }
}
