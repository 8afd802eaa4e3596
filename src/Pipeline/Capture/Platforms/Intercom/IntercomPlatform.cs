using System.Security.Cryptography;
using Pipeline.Capture.Signatures;

namespace Pipeline.Capture.Platforms.Intercom;

/// <summary>
/// Intercom. Its webhooks are signed with the secret of the app, by SHA-1 and without a time. Outcomes become notes, assignments and tags
/// (intercom/Intercom-OpenAPI, 2.14).
/// </summary>
public sealed class IntercomPlatform : IPlatform
{
    /// <summary>The platform's name.</summary>
    public const string PlatformName = "intercom";

    /// <summary>How webhooks are signed (developers.intercom.com, webhooks).</summary>
    public static SignatureScheme Scheme { get; } = new()
    {
        Algorithm = HashAlgorithmName.SHA1,
        SignatureHeader = "X-Hub-Signature",
        Prefix = "sha1=",
        Encoding = SignatureEncoding.Hex,
        Template = SignedTemplate.Parse("{body}"),
    };

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public Type Inlet => typeof(IntercomInlet);

    /// <inheritdoc/>
    public Type? Outlet => typeof(IntercomOutlet);

    /// <inheritdoc/>
    public Type? History => null;

    /// <inheritdoc/>
    public IEnumerable<SettingError> Check(PlatformAccount account)
    {
        if (account.Secrets.Count == 0)
        {
            yield return new(nameof(account.Secrets), "must hold the client secret of the app, which signs its webhooks.");
        }

        if (account.OutletAddress is not null && !IsNumber(account.OutletUser))
        {
            yield return new(nameof(account.OutletUser), "must be the number of the teammate in whose name notes are left.");
        }

        foreach (var (setting, id) in account.Teams.Select(pair => ($"{nameof(account.Teams)}:{pair.Key}", pair.Value))
            .Concat(account.Agents.Select(pair => ($"{nameof(account.Agents)}:{pair.Key}", pair.Value))))
        {
            if (!IsNumber(id))
            {
                yield return new(setting, "must be the number of a team or teammate at Intercom.");
            }
        }
    }

    internal static bool IsNumber(string? id) => id is { Length: > 0 and < 20 } && id.All(char.IsAsciiDigit);
}
