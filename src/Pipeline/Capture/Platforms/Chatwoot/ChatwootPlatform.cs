using Pipeline.Capture.Signatures;

namespace Pipeline.Capture.Platforms.Chatwoot;

/// <summary>
/// Chatwoot. Its webhooks are signed in recent versions, when a secret is set; older ones send no signature, and are told apart by a token
/// in the webhook's address (<c>?token=</c>). Outcomes become private notes, which only advisors see.
/// </summary>
public sealed class ChatwootPlatform : IPlatform
{
    /// <summary>The platform's name.</summary>
    public const string PlatformName = "chatwoot";

    /// <summary>How webhooks are signed (chatwoot/chatwoot, lib/webhooks/trigger.rb).</summary>
    public static SignatureScheme Scheme { get; } = new()
    {
        SignatureHeader = "X-Chatwoot-Signature",
        Prefix = "sha256=",
        Encoding = SignatureEncoding.Hex,
        Template = SignedTemplate.Parse("{timestamp}.{body}"),
        TimestampHeader = "X-Chatwoot-Timestamp",
    };

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public Type Inlet => typeof(ChatwootInlet);

    /// <inheritdoc/>
    public Type? Outlet => typeof(ChatwootOutlet);

    /// <inheritdoc/>
    public Type? History => typeof(ChatwootHistory);

    /// <inheritdoc/>
    public IEnumerable<SettingError> Check(PlatformAccount account)
    {
        if (account.Secrets.Count == 0 && account.Tokens.Count == 0)
        {
            yield return new(
                nameof(account.Secrets),
                $"must hold the webhook's secret; where Chatwoot does not sign, {nameof(account.Tokens)} must hold a token.");
        }

        if (account.HistoryAddress is not null && string.IsNullOrWhiteSpace(account.HistorySecret))
        {
            yield return new(nameof(account.HistorySecret), $"is missing; {nameof(account.HistoryAddress)} needs it.");
        }

        if ((account.OutletAddress ?? account.HistoryAddress) is not null && AccountNumber(account) is null)
        {
            yield return new(
                nameof(account.AccountId),
                $"must be the number of the account at Chatwoot, as in /app/accounts/3, unless {nameof(account.Account)} is that number.");
        }
    }

    /// <summary>The number of the account at Chatwoot; null when neither setting holds one.</summary>
    internal static string? AccountNumber(PlatformAccount account)
    {
        var number = account.AccountId ?? account.Account;
        return number.Length is > 0 and < 19 && number.All(char.IsAsciiDigit) ? number : null;
    }
}
