using System.Buffers;
using Pipeline.Capture.Signatures;

namespace Pipeline.Capture.Platforms.Slack;

/// <summary>
/// Slack. Its messages come in by the Events API. Outcomes go to the advisors' channel that the account's <c>AccountId</c> names: those of
/// platforms that have no side for advisors, by their <c>OutletThrough</c>.
/// </summary>
public sealed class SlackPlatform : IPlatform
{
    /// <summary>The platform's name.</summary>
    public const string PlatformName = "slack";

    private const int MaxId = 32;
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>How webhooks are signed (docs.slack.dev/authentication/verifying-requests-from-slack).</summary>
    public static SignatureScheme Scheme { get; } = new()
    {
        SignatureHeader = "X-Slack-Signature",
        Prefix = "v0=",
        Encoding = SignatureEncoding.Hex,
        Template = SignedTemplate.Parse("v0:{timestamp}:{body}"),
        TimestampHeader = "X-Slack-Request-Timestamp",
    };

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public Type Inlet => typeof(SlackInlet);

    /// <inheritdoc/>
    public Type? Outlet => typeof(SlackOutlet);

    /// <inheritdoc/>
    public Type? History => null;

    /// <inheritdoc/>
    public IEnumerable<SettingError> Check(PlatformAccount account)
    {
        if (account.Secrets.Count == 0 && account.OutletAddress is null)
        {
            yield return new(nameof(account.Secrets), "must hold the app's signing secret, unless the account only takes outcomes.");
        }

        if (account.Tokens.Count > 0)
        {
            yield return new(nameof(account.Tokens), "has no use here: webhooks of this platform are signed.");
        }

        if (account.OutletAddress is not null && !IsId(account.AccountId))
        {
            yield return new(nameof(account.AccountId), "must be the id of the advisors' channel, as C0123456789.");
        }

        foreach (var (advisor, user) in account.Agents)
        {
            if (!IsId(user))
            {
                yield return new($"{nameof(account.Agents)}:{advisor}", "must be the id of a Slack user, as U0123456789.");
            }
        }
    }

    /// <summary>Whether a text is an id as Slack makes them: capital letters and digits.</summary>
    internal static bool IsId(string? id) => id is { Length: > 0 and <= MaxId } && !id.AsSpan().ContainsAnyExcept(IdCharacters);
}
