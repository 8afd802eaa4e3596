using Pipeline.Capture.Signatures;

namespace Pipeline.Capture.Platforms.Generic;

/// <summary>
/// Any chat of one's own: webhooks in, and callbacks out, both signed as Standard Webhooks 1.0.0 says
/// (github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md).
/// </summary>
public sealed class GenericPlatform : IPlatform
{
    /// <summary>The platform's name.</summary>
    public const string PlatformName = "generic";

    /// <summary>The header with the webhook's id: the same whenever it is sent again.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>The header with the time of sending.</summary>
    public const string TimestampHeader = "webhook-timestamp";

    /// <summary>The header with the signatures.</summary>
    public const string SignatureHeader = "webhook-signature";

    /// <summary>How webhooks and callbacks are signed.</summary>
    public static SignatureScheme Scheme { get; } = new()
    {
        SignatureHeader = SignatureHeader,
        Prefix = "v1,",
        Encoding = SignatureEncoding.Base64,
        ListSeparator = ' ',
        Template = SignedTemplate.Parse("{id}.{timestamp}.{body}"),
        IdHeader = IdHeader,
        TimestampHeader = TimestampHeader,
        SecretForm = SecretForm.Whsec,
    };

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public Type Inlet => typeof(GenericInlet);

    /// <inheritdoc/>
    public Type? Outlet => typeof(GenericOutlet);

    /// <inheritdoc/>
    public Type? History => typeof(GenericHistory);

    /// <summary>One's own chat: as much as ever there is to tell.</summary>
    public int CallsPerMinute => PlatformOptionsValidator.MaxCallsPerMinute;

    /// <inheritdoc/>
    public IEnumerable<SettingError> Check(PlatformAccount account)
    {
        if (account.Secrets.Count == 0 && account.Tokens.Count == 0)
        {
            yield return new(
                nameof(account.Secrets), $"must hold at least one secret; where events are not signed, {nameof(account.Tokens)} must hold a token.");
        }

        for (var index = 0; index < account.Secrets.Count; index++)
        {
            if (IsMalformed(account.Secrets[index]))
            {
                yield return new($"{nameof(account.Secrets)}:{index}", $"must be {SecretBytes.Describe(Scheme.SecretForm)}.");
            }
        }

        if (account.OutletAddress is not null && account.OutletSecret is { } secret && IsMalformed(secret))
        {
            yield return new(nameof(account.OutletSecret), $"must be {SecretBytes.Describe(Scheme.SecretForm)}.");
        }

        if (account.HistoryAddress is not null && account.HistorySecret is { } own && (own.Length == 0 || IsMalformed(own)))
        {
            yield return new(nameof(account.HistorySecret), $"must be {SecretBytes.Describe(Scheme.SecretForm)}, or left out.");
        }
    }

    private static bool IsMalformed(string secret) =>
        !string.IsNullOrWhiteSpace(secret) && !SecretBytes.TryRead(Scheme.SecretForm, secret, out _);
}
