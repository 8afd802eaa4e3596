using Pipeline.Capture.Reading;

namespace Pipeline.Capture;

/// <summary>
/// Answers the handshake of CloudEvents 1.0 ("Abuse protection" in cloudevents/spec, http-webhook): whoever wants to send asks first by an OPTIONS, and is
/// told that it may, as much as it likes.
/// </summary>
internal static class EventGreeting
{
    private const string Origin = "WebHook-Request-Origin";

    /// <summary>Answers it, or says why not.</summary>
    /// <param name="greeting">The handshake.</param>
    /// <param name="verify">Why whoever asks may not; null when they may.</param>
    public static WebhookReading Answer(WebhookGreeting greeting, Func<WebhookRequest, WebhookProblem?> verify)
    {
        if (!greeting.IsOptions)
        {
            return new WebhookReading.Refused(WebhookGreeting.NotExpected);
        }

        if (verify(new WebhookRequest(default, greeting.Header, greeting.Query)) is { } problem)
        {
            return new WebhookReading.Refused(problem);
        }

        // It becomes a header of the answer: nothing but the name of a host may.
        return greeting.Header(Origin) is { Length: > 0 and <= CaptureLimits.Id } origin && origin.All(IsOfAHost)
            ? new WebhookReading.Answered(new("", "text/plain", new Dictionary<string, string>
            {
                ["Allow"] = "POST, OPTIONS",
                ["WebHook-Allowed-Origin"] = origin,
                ["WebHook-Allowed-Rate"] = "*",
            }))
            : new WebhookReading.Refused(new(
                400, "origin-invalid", "The header of the handshake cannot be read.", $"The header {Origin} must be the name of a host.", Origin));
    }

    private static bool IsOfAHost(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '-';
}
