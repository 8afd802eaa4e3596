namespace Pipeline.Capture;

/// <summary>One account at a platform, from the configuration section <c>Platforms</c>.</summary>
public sealed class PlatformAccount
{
    /// <summary>The platform's name: generic, chatwoot …</summary>
    public string Platform { get; set; } = "";

    /// <summary>Names the account in the webhook's address and in conversation keys.</summary>
    public string Account { get; set; } = "";

    /// <summary>
    /// The platform's own id of the account, where its API wants one (Chatwoot: the number after <c>/accounts/</c>). Null where
    /// <see cref="Account"/> is that id, or no id is needed. It comes from here and not from webhooks, so that no body steers a call.
    /// </summary>
    public string? AccountId { get; set; }

    /// <summary>
    /// The secrets a webhook may be signed with: several at once while one is rotated. From the environment, never from a file of the
    /// repository.
    /// </summary>
    public IList<string> Secrets { get; } = [];

    /// <summary>
    /// Tokens of which one must stand in the webhook's address (<c>?token=</c>), for a platform that does not sign. With both secrets and
    /// tokens configured, a webhook must pass both.
    /// </summary>
    public IList<string> Tokens { get; } = [];

    /// <summary>The brand of conversations that do not name one.</summary>
    public string Brand { get; set; } = "default";

    /// <summary>The channel of conversations that do not name one.</summary>
    public string Channel { get; set; } = "web";

    /// <summary>The language of customers when nothing else tells: fr or en.</summary>
    public string? LanguageHint { get; set; }

    /// <summary>Where outcomes go: the platform's API, or the generic platform's callback. Null sends none.</summary>
    public Uri? OutletAddress { get; set; }

    /// <summary>The token of the platform's API (Chatwoot: <c>api_access_token</c>), or the secret that signs generic callbacks.</summary>
    public string? OutletSecret { get; set; }

    /// <summary>
    /// Where the platform's history is read from, to find what its webhooks did not tell: the platform's API, or where the generic
    /// platform answers (docs/history-api.md). Null makes no sweeps.
    /// </summary>
    public Uri? HistoryAddress { get; set; }

    /// <summary>
    /// The token of the platform's API (Chatwoot: <c>api_access_token</c>), or the secret that signs what the generic platform is asked;
    /// the generic platform's first secret does when there is none.
    /// </summary>
    public string? HistorySecret { get; set; }
}
