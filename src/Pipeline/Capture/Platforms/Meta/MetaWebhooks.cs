using Pipeline.Capture.Reading;
using Pipeline.Capture.Signatures;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Meta;

/// <summary>What the webhooks of Meta's channels have in common (developers.facebook.com/docs/graph-api/webhooks/getting-started).</summary>
internal static class MetaWebhooks
{
    /// <summary>Entries of one webhook, changes of one entry, messages of one change: Meta sends up to 1,000 of the first.</summary>
    public const int Most = 1000;

    private const string VerifyToken = "hub.verify_token";
    private const string Challenge = "hub.challenge";
    private const int MaxChallenge = 128;

    /// <summary>How webhooks are signed: with the app's secret, and no time.</summary>
    public static SignatureScheme Scheme { get; } = new()
    {
        SignatureHeader = "X-Hub-Signature-256",
        Prefix = "sha256=",
        Encoding = SignatureEncoding.Hex,
        Template = SignedTemplate.Parse("{body}"),
    };

    /// <summary>Answers the handshake: the challenge, to who knows one of the account's tokens.</summary>
    public static WebhookReading Greet(WebhookGreeting greeting, PlatformAccount account) =>
        greeting.IsOptions ? new WebhookReading.Refused(WebhookGreeting.NotExpected)
        : greeting.Query("hub.mode") != "subscribe" ? Refuse(400, "mode-invalid", "hub.mode", "must be subscribe")
        : greeting.Query(VerifyToken) is not { Length: > 0 } token ? Refuse(401, "token-missing", VerifyToken, "is missing")
        : !SharedSecret.IsAny(token, account.Tokens) ? Refuse(401, "token-invalid", VerifyToken, "is none of the account's tokens")
        : greeting.Query(Challenge) is { Length: > 0 and <= MaxChallenge } challenge && challenge.All(char.IsAsciiLetterOrDigit)
            ? new WebhookReading.Answered(new(challenge, "text/plain"))
            : Refuse(400, "challenge-invalid", Challenge, $"must be 1 to {MaxChallenge} letters and digits");

    /// <summary>What is wrong with the settings of an account.</summary>
    public static IEnumerable<SettingError> Check(PlatformAccount account)
    {
        if (account.Secrets.Count == 0)
        {
            yield return new(nameof(account.Secrets), "must hold the app's secret.");
        }

        if (account.Tokens.Count == 0)
        {
            yield return new(nameof(account.Tokens), "must hold the verify token of the webhook's subscription.");
        }

        if (account.OutletAddress is not null)
        {
            yield return new(
                nameof(account.OutletAddress),
                $"has no use here: the platform has no side for advisors. {nameof(account.OutletThrough)} names an account that has.");
        }
    }

    /// <summary>A time in whole seconds or milliseconds since 1970, as a number or, as WhatsApp has it, as a text.</summary>
    public static DateTimeOffset Time(BodyObject body, string name, bool seconds, DateTimeOffset now)
    {
        // 14 digits of milliseconds reach beyond the year 5000, and stay within what a time may be.
        const int MaxDigits = 14;
        var text = body.Id(name);
        return text.Length <= (seconds ? MaxDigits - 3 : MaxDigits) && long.TryParse(
            text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
                ? body.Plausible(name, seconds ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number), now)
                : throw body.Wrong(name, seconds ? "whole seconds since 1970" : "whole milliseconds since 1970");
    }

    /// <summary>What was understood; ignored where that is nothing.</summary>
    public static WebhookReading Reading(IReadOnlyList<MessageCaptured> messages) =>
        messages.Count == 0 ? new WebhookReading.Ignored("NoMessages") : new WebhookReading.Understood(messages);

    private static WebhookReading.Refused Refuse(int status, string code, string parameter, string what) => new(new WebhookProblem(
        status, code, "The handshake is not that of this account.", $"The query parameter {parameter} {what}.", parameter));
}
