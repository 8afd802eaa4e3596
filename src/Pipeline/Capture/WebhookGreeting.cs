namespace Pipeline.Capture;

/// <summary>A GET or an OPTIONS to a webhook's address.</summary>
/// <param name="IsOptions">Whether it is an OPTIONS.</param>
/// <param name="Header">Looks up a header without regard to case; null when it is not there.</param>
/// <param name="Query">Looks up a query parameter; null when it is not there.</param>
public sealed record WebhookGreeting(bool IsOptions, Func<string, string?> Header, Func<string, string?> Query)
{
    /// <summary>The refusal of a platform that asks for nothing.</summary>
    public static WebhookProblem NotExpected { get; } = new(
        405, "method-not-allowed", "The method is not allowed here.", "This platform's webhooks come as POST; it asks for no handshake.", null);
}
