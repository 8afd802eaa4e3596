using Pipeline.Capture.Reading;

namespace Pipeline.Capture.Platforms.Twilio;

/// <summary>Reads the webhooks of Twilio Conversations that tell what has happened; those that ask before it happens are not for us.</summary>
public sealed class TwilioInlet : IPlatformInlet
{
    /// <inheritdoc/>
    public string Platform => TwilioPlatform.PlatformName;

    /// <inheritdoc/>
    public WebhookReading Read(WebhookRequest request, PlatformAccount account, DateTimeOffset now)
    {
        try
        {
            var form = FormBody.Read(request);
            return TwilioSignature.Check(request.Header(TwilioSignature.Header), Called(request, account), form.Fields, account.Secrets) is { } problem
                ? new WebhookReading.Refused(problem)
                : form.Understand(body => Understand(body, account, now));
        }
        catch (BodyRefusedException refused)
        {
            return new WebhookReading.Refused(refused.Problem);
        }
    }

    // What stands in front of us may have changed host and path: these come from the settings, and the query as it was sent.
    private static Uri Called(WebhookRequest request, PlatformAccount account)
    {
        var query = request.PathAndQuery.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? request.PathAndQuery[at..] : "";
        return new Uri(account.PublicAddress!.GetLeftPart(UriPartial.Path) + query);
    }

    private static WebhookReading Understand(BodyObject body, PlatformAccount account, DateTimeOffset now)
    {
        var happened = new TwilioEvent(body, account, now);
        return body.Text("EventType", CaptureLimits.Id) switch
        {
            "onMessageAdded" => happened.ReadAdded(),
            "onMessageUpdated" => happened.ReadUpdated(),
            "onMessageRemoved" => happened.ReadRemoved(),
            "onConversationStateUpdated" => happened.ReadState(),
            _ => new WebhookReading.Ignored("UnknownEvent"),
        };
    }
}
