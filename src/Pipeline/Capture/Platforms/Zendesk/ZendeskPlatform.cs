using Pipeline.Capture.Signatures;

namespace Pipeline.Capture.Platforms.Zendesk;

/// <summary>
/// Tickets of Zendesk Support, by webhooks that are subscribed to ticket events. Outcomes become internal notes of the ticket, which only
/// agents see (developer.zendesk.com/api-reference/webhooks/event-types/ticket-events).
/// </summary>
public sealed class ZendeskPlatform : IPlatform
{
    /// <summary>The platform's name.</summary>
    public const string PlatformName = "zendesk";

    private const int MaxDigits = 18;

    /// <summary>
    /// How webhooks are signed: the time and the body with nothing between them (developer.zendesk.com/documentation/webhooks/verifying). In
    /// which form the time is written is not said there, so both forms are read, and what is signed is the header's text as it came.
    /// </summary>
    public static SignatureScheme Scheme { get; } = new()
    {
        SignatureHeader = "X-Zendesk-Webhook-Signature",
        Encoding = SignatureEncoding.Base64,
        Template = SignedTemplate.Parse("{timestamp}{body}"),
        TimestampHeader = "X-Zendesk-Webhook-Signature-Timestamp",
        TimestampUnit = TimestampUnit.IsoOrEpoch,
    };

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public Type Inlet => typeof(ZendeskInlet);

    /// <inheritdoc/>
    public Type? Outlet => typeof(ZendeskOutlet);

    /// <inheritdoc/>
    public Type? History => null;

    /// <inheritdoc/>
    public IEnumerable<SettingError> Check(PlatformAccount account)
    {
        if (account.Secrets.Count == 0)
        {
            yield return new(nameof(account.Secrets), "must hold the webhook's signing secret.");
        }

        if (account.Tokens.Count > 0)
        {
            yield return new(nameof(account.Tokens), "has no use here: webhooks of this platform are signed.");
        }

        // The user and the token are joined by a colon, so that one within the user would end it.
        if (account.OutletAddress is not null
            && (string.IsNullOrWhiteSpace(account.OutletUser) || account.OutletUser.Contains(':', StringComparison.Ordinal)))
        {
            yield return new(nameof(account.OutletUser), "must be the e-mail address of the agent whom the API token acts for.");
        }

        if (account.HistoryAddress is not null)
        {
            yield return new(nameof(account.HistoryAddress), "has no use here: the history of tickets is not read.");
        }

        foreach (var (setting, ids) in new[] { (nameof(account.Teams), account.Teams), (nameof(account.Agents), account.Agents) })
        {
            foreach (var (ours, _) in ids.Where(pair => !IsNumber(pair.Value)))
            {
                yield return new($"{setting}:{ours}", "must be the number of a group or an agent at Zendesk.");
            }
        }
    }

    /// <summary>Whether an id is a number, as all of Zendesk's are: anything else could lead to another place of the API.</summary>
    internal static bool IsNumber(string id) => id.Length is > 0 and <= MaxDigits && id.All(char.IsAsciiDigit);
}
