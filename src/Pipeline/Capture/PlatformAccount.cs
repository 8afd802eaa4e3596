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

    /// <summary>The part of the API's access that is no secret (an e-mail address, the id of a key), where a platform wants one beside it.</summary>
    public string? OutletUser { get; set; }

    /// <summary>
    /// Another configured account through which outcomes go, as <c>slack/desk</c>: for platforms that have no side for advisors. Null brings
    /// them back to the platform itself.
    /// </summary>
    public string? OutletThrough { get; set; }

    /// <summary>
    /// The most calls a minute to the account's APIs, 1 to 60000; a sixth of them may come at once. Null takes what its platform commonly
    /// allows.
    /// </summary>
    public int? CallsPerMinute { get; set; }

    /// <summary>Whether the platform's conversations get tags too: the skill, <c>hard</c> and <c>urgent</c>.</summary>
    public bool TagConversations { get; set; }

    /// <summary>The platform's team, group or queue of each skill, by our name of the skill. A skill that is not named is assigned to no team.</summary>
    public IDictionary<string, string> Teams { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The platform's id of each advisor, by our id. Who is not named is assigned nothing at the platform.</summary>
    public IDictionary<string, string> Agents { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// What people are whom the platform's events give no role, by the platform's id of them: customer, advisor, bot or system. Whoever is
    /// named in <see cref="Agents"/> is an advisor without it.
    /// </summary>
    public IDictionary<string, string> Participants { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What everybody else is whom the events give no role: customer, advisor, bot, system or unknown.</summary>
    public string OtherParticipants { get; set; } = "customer";

    /// <summary>The webhook's address as the platform knows it, for platforms that sign it: a proxy in front may have changed what we see.</summary>
    public Uri? PublicAddress { get; set; }

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
