namespace Pipeline.Capture.Signatures;

/// <summary>
/// Checks a secret that a platform sends with each webhook in a header, in the place of a signature. It proves who sent the webhook, and
/// nothing about the body: whoever sees it once can send anything, at any time.
/// </summary>
internal static class HeaderSecret
{
    /// <summary>Checks the header, in constant time for each secret configured.</summary>
    /// <returns>Null when it holds one of them, else why not.</returns>
    public static WebhookProblem? Check(WebhookRequest request, string header, IEnumerable<string> secrets)
    {
        if (request.Header(header) is not { Length: > 0 } given)
        {
            return Problem(header, "secret-missing", $"The header {header} is missing.");
        }

        return SharedSecret.IsAny(given, secrets) ? null : Problem(header, "secret-invalid", $"The header {header} holds none of the account's secrets.");
    }

    private static WebhookProblem Problem(string header, string code, string detail) =>
        new(401, code, "The webhook holds no secret of the account.", detail, header);
}
