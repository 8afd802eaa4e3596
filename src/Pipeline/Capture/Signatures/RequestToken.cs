namespace Pipeline.Capture.Signatures;

/// <summary>Checks a token that stands in the header <c>Authorization</c> or, where there is none, in the webhook's address.</summary>
internal static class RequestToken
{
    private const string Header = "Authorization";
    private const string Scheme = "Bearer ";

    /// <summary>Checks it, in constant time for each one configured.</summary>
    /// <returns>Null when it is one of them, else why not.</returns>
    public static WebhookProblem? Check(WebhookRequest request, IEnumerable<string> tokens) =>
        request.Header(Header) is not { Length: > 0 } given ? AddressToken.Check(request, tokens)
        : given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && SharedSecret.IsAny(given[Scheme.Length..].Trim(), tokens) ? null
        : new(401, "token-invalid", "The webhook holds no token of the account.", $"The header {Header} holds none of the account's tokens.", Header);
}
