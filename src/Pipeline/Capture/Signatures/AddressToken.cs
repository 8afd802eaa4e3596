using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Capture.Signatures;

/// <summary>
/// Checks the token in a webhook's address, for platforms that do not sign. It guards less than a signature: whoever sees the address
/// once can send anything, at any time.
/// </summary>
internal static class AddressToken
{
    private const string Parameter = "token";

    /// <summary>Checks the token, in constant time for each one configured.</summary>
    /// <returns>Null when it is one of them, else why not.</returns>
    public static WebhookProblem? Check(WebhookRequest request, IEnumerable<string> tokens)
    {
        if (request.Query(Parameter) is not { Length: > 0 } given)
        {
            return Problem("token-missing", $"The query parameter {Parameter} is missing.");
        }

        return IsOneOf(given, tokens)
            ? null
            : Problem("token-invalid", $"The query parameter {Parameter} is none of the account's tokens.");
    }

    /// <summary>Whether a text is one of the tokens, in constant time for each one.</summary>
    public static bool IsOneOf(string given, IEnumerable<string> tokens)
    {
        // Digests have one length, so that the comparison says nothing of the token's.
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(given));
        var known = false;
        foreach (var token in tokens)
        {
            known |= CryptographicOperations.FixedTimeEquals(digest, SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        }

        return known;
    }

    private static WebhookProblem Problem(string code, string detail) =>
        new(401, code, "The webhook's address holds no token of the account.", detail, Parameter);
}
