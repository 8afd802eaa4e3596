using System.Globalization;

namespace Pipeline.Capture.Signatures;

/// <summary>The ways in which a webhook does not verify. They name the header, and never what would have been right.</summary>
internal static class SignatureProblem
{
    private const string NotSigned = "The webhook is not signed as this platform signs.";
    private const string Unreadable = "A header of the signature cannot be read.";

    public static WebhookProblem Missing(string header) => new(
        401, "signature-missing", NotSigned, $"The header {header} is missing.", header);

    public static WebhookProblem Malformed(SignatureScheme scheme) => new(
        401,
        "signature-malformed",
        Unreadable,
        $"The header {scheme.SignatureHeader} holds no signature of the form {scheme.Prefix}SIGNATURE, where SIGNATURE is the "
        + $"{(scheme.Encoding == SignatureEncoding.Hex ? "hexadecimal" : "base64")} of {scheme.SignatureBytes} bytes.",
        scheme.SignatureHeader);

    public static WebhookProblem Invalid(string header) => new(
        401,
        "signature-invalid",
        "The signature does not match.",
        $"None of the account's secrets makes the signature in {header} from these bytes. Check the secret at the platform, and that "
        + "nothing between the platform and here changes the body.",
        header);

    public static WebhookProblem IdMissing(string header) => new(
        401, "id-missing", NotSigned, $"The header {header} is missing; it is part of what is signed.", header);

    public static WebhookProblem IdMalformed(string header, int most) => new(
        401, "id-malformed", Unreadable, $"The header {header} is longer than {most} characters.", header);

    public static WebhookProblem TimestampMissing(string header) => new(
        401, "timestamp-missing", NotSigned, $"The header {header} is missing; it is part of what is signed.", header);

    public static WebhookProblem TimestampMalformed(string header, TimestampUnit unit) => new(
        401,
        "timestamp-malformed",
        Unreadable,
        $"The header {header} must be {Describe(unit)}.",
        header);

    public static WebhookProblem TimestampStale(string header, TimeSpan tolerance) => new(
        401,
        "timestamp-stale",
        "The webhook was signed too long ago, or in the future.",
        string.Create(
            CultureInfo.InvariantCulture,
            $"The time in {header} is more than {tolerance.TotalSeconds:0} seconds from this server's clock."),
        header);

    private static string Describe(TimestampUnit unit) => unit switch
    {
        TimestampUnit.Seconds => "a whole number of seconds since 1970",
        TimestampUnit.Milliseconds => "a whole number of milliseconds since 1970",
        _ => "a time in ISO 8601 with its zone, or a whole number of seconds or milliseconds since 1970",
    };
}
