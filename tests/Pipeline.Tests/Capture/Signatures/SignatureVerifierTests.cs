using System.Text;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.Generic;
using Pipeline.Capture.Signatures;

namespace Pipeline.Tests.Capture.Signatures;

public sealed class SignatureVerifierTests
{
    private const string Secret = WebhookSamples.GenericSecret;
    private const string OtherSecret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private const string Id = "msg_1";

    private static readonly DateTimeOffset Sent = DateTimeOffset.FromUnixTimeSeconds(1_772_612_042);
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"text":"Où est ma box ? 📦"}""");

    [Fact]
    public void A_webhook_is_verified_without_allocating_anything()
    {
        var request = Headers().Request(Body);
        string[] secrets = [OtherSecret, Secret];
        var fits = 0;
        void Check() => fits += WebhookSamples.Verifier.Check(GenericPlatform.Scheme, request, secrets, Sent) is null ? 1 : 0;
        for (var warm = 0; warm < 100; warm++)
        {
            Check();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var again = 0; again < 100; again++)
        {
            Check();
        }

        // Less than a byte each: whatever the runtime does by the way once.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100);
        Assert.Equal(200, fits);
    }

    [Fact]
    public void Any_changed_bit_of_the_body_is_refused()
    {
        for (var bit = 0; bit < Body.Length * 8; bit++)
        {
            var changed = (byte[])Body.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Equal("signature-invalid", Check(Headers(), changed)?.Code);
        }

        Assert.Equal("signature-invalid", Check(Headers(), [.. Body, (byte)' '])?.Code);
        Assert.Equal("signature-invalid", Check(Headers(), Body[..^1])?.Code);
        Assert.Equal("signature-invalid", Check(Headers(), [])?.Code);
    }

    [Fact]
    public void Any_changed_character_of_the_id_or_the_time_is_refused()
    {
        foreach (var id in new[] { "msg_2", "Msg_1", "msg_1 ", "msg_1.", "msg_11", "msg_é" })
        {
            Assert.Equal("signature-invalid", Check(Headers() with { Id = id })?.Code);
        }

        foreach (var timestamp in new[] { "1772612043", "1772612041", "01772612042" })
        {
            Assert.Equal("signature-invalid", Check(Headers() with { Timestamp = timestamp })?.Code);
        }
    }

    [Fact]
    public void A_dot_cannot_be_moved_between_the_signed_parts()
    {
        var signature = WebhookSigner.Sign(GenericPlatform.Scheme, Secret, "msg.1", "1772612042", Body);
        Assert.Equal("signature-invalid", Check(new("msg", "1772612042", signature))?.Code);
    }

    [Fact]
    public void Every_changed_byte_of_the_signature_is_refused()
    {
        var signature = Convert.FromBase64String(Headers().Signature![3..]);
        for (var index = 0; index < signature.Length; index++)
        {
            signature[index] ^= 1;
            Assert.Equal("signature-invalid", Check(Headers() with { Signature = "v1," + Convert.ToBase64String(signature) })?.Code);
            signature[index] ^= 1;
        }
    }

    [Fact]
    public void While_a_secret_is_rotated_both_fit_and_no_third_one()
    {
        Assert.Null(Check(Headers(), secrets: [OtherSecret, Secret]));
        Assert.Null(Check(Headers(), secrets: [Secret, OtherSecret]));
        Assert.Equal("signature-invalid", Check(Headers(), secrets: [OtherSecret])?.Code);
        Assert.Equal("signature-invalid", Check(Headers(), secrets: [])?.Code);
    }

    [Fact]
    public void One_of_several_signatures_is_enough_and_other_kinds_are_passed_over()
    {
        var right = Headers().Signature;
        var wrong = "v1," + Convert.ToBase64String(new byte[32]);
        Assert.Null(Check(Headers() with { Signature = $"{wrong} v1a,notours v2,neither {right}" }));
        Assert.Null(Check(Headers() with { Signature = $"  {right}  {wrong} " }));
        Assert.Equal("signature-invalid", Check(Headers() with { Signature = $"{wrong} {wrong}" })?.Code);
    }

    [Theory]
    [InlineData("v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("v1,")]
    [InlineData("v1,not base64")]
    [InlineData("v1,AAAA")]
    [InlineData("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OEAAAAA")]
    [InlineData("V1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    public void A_signature_of_another_form_is_malformed(string signature)
    {
        var problem = Check(Headers() with { Signature = signature });
        Assert.Equal((401, "signature-malformed", "webhook-signature"), (problem!.Status, problem.Code, problem.Field));
    }

    [Fact]
    public void Hexadecimal_is_read_in_either_case_and_only_at_full_length()
    {
        var scheme = new SignatureScheme
        {
            SignatureHeader = "X-Signature",
            Prefix = "sha1=",
            Encoding = SignatureEncoding.Hex,
            Template = SignedTemplate.Parse("{body}"),
            Algorithm = System.Security.Cryptography.HashAlgorithmName.SHA1,
        };
        var hex = WebhookSigner.Sign(scheme, "text", null, null, Body)[5..];
        Assert.Null(CheckHex("sha1=" + hex));
        Assert.Null(CheckHex("sha1=" + hex.ToUpperInvariant()));
        Assert.Equal("signature-malformed", CheckHex("sha1=" + hex[..^2])?.Code);
        Assert.Equal("signature-malformed", CheckHex("sha1=" + hex + "00")?.Code);
        Assert.Equal("signature-malformed", CheckHex("sha1=" + hex[..^1] + "g")?.Code);

        WebhookProblem? CheckHex(string value) => WebhookSamples.Verifier.Check(
            scheme, WebhookSamples.Request(Body, new() { ["X-Signature"] = value }), ["text"], Sent);
    }

    [Theory]
    [InlineData(-300, null)]
    [InlineData(300, null)]
    [InlineData(-301, "timestamp-stale")]
    [InlineData(301, "timestamp-stale")]
    [InlineData(-86400, "timestamp-stale")]
    public void A_timestamp_may_be_five_minutes_off_either_way(int seconds, string? code) =>
        Assert.Equal(code, Check(Headers(), now: Sent.AddSeconds(seconds))?.Code);

    [Fact]
    public void The_tolerance_is_a_setting()
    {
        var strict = new SignatureVerifier(
            Microsoft.Extensions.Options.Options.Create(new PlatformOptions { TimestampTolerance = TimeSpan.FromSeconds(10) }));
        var request = Headers().Request(Body);
        Assert.Null(strict.Check(GenericPlatform.Scheme, request, [Secret], Sent.AddSeconds(10)));
        Assert.Equal("timestamp-stale", strict.Check(GenericPlatform.Scheme, request, [Secret], Sent.AddSeconds(11))?.Code);
    }

    [Fact]
    public void Milliseconds_are_read_as_milliseconds()
    {
        var scheme = GenericPlatform.Scheme with { TimestampUnit = TimestampUnit.Milliseconds };
        var timestamp = Sent.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var headers = new Given(Id, timestamp, WebhookSigner.Sign(scheme, Secret, Id, timestamp, Body));
        Assert.Null(WebhookSamples.Verifier.Check(scheme, headers.Request(Body), [Secret], Sent));
        Assert.Equal("timestamp-stale", Check(headers)?.Code);
    }

    [Theory]
    [InlineData("2026-03-04T08:14:02Z")]
    [InlineData("2026-03-04T08:14:02.271000000Z")]
    [InlineData("2026-03-04T09:14:02+01:00")]
    [InlineData("1772612042")]
    [InlineData("1772612042271")]
    public void A_time_of_either_form_is_read_and_signed_as_it_came(string timestamp)
    {
        var scheme = GenericPlatform.Scheme with { TimestampUnit = TimestampUnit.IsoOrEpoch };
        var headers = new Given(Id, timestamp, WebhookSigner.Sign(scheme, Secret, Id, timestamp, Body));
        Assert.Null(WebhookSamples.Verifier.Check(scheme, headers.Request(Body), [Secret], Sent));
        Assert.Equal("timestamp-stale", WebhookSamples.Verifier.Check(scheme, headers.Request(Body), [Secret], Sent.AddMinutes(6))?.Code);
        Assert.Equal("timestamp-stale", WebhookSamples.Verifier.Check(scheme, headers.Request(Body), [Secret], Sent.AddMinutes(-6))?.Code);
    }

    [Theory]
    [InlineData("2026-03-04T08:14:02.271Z", "2026-03-04T08:14:02Z")]
    [InlineData("2026-03-04T08:14:02Z", "2026-03-04T09:14:02+01:00")]
    [InlineData("2026-03-04T08:14:02Z", "1772612042")]
    public void The_same_time_written_otherwise_is_not_what_was_signed(string told, string sent)
    {
        var scheme = GenericPlatform.Scheme with { TimestampUnit = TimestampUnit.IsoOrEpoch };
        var headers = new Given(Id, sent, WebhookSigner.Sign(scheme, Secret, Id, told, Body));
        Assert.Equal("signature-invalid", WebhookSamples.Verifier.Check(scheme, headers.Request(Body), [Secret], Sent)?.Code);
    }

    [Theory]
    [InlineData("2026-03-04T08:14:02")]
    [InlineData("2026-03-04")]
    [InlineData("2026-03-04T08:14:02.2710000000000000000000Z")]
    [InlineData("99999999999999")]
    [InlineData("-1772612042")]
    public void A_time_of_neither_form_is_malformed(string timestamp)
    {
        var scheme = GenericPlatform.Scheme with { TimestampUnit = TimestampUnit.IsoOrEpoch };
        var problem = WebhookSamples.Verifier.Check(scheme, (Headers() with { Timestamp = timestamp }).Request(Body), [Secret], Sent);
        Assert.Equal((401, "timestamp-malformed", "webhook-timestamp"), (problem!.Status, problem.Code, problem.Field));
    }

    [Fact]
    public void A_time_in_iso_is_malformed_where_seconds_are_due() =>
        Assert.Equal("timestamp-malformed", Check(Headers() with { Timestamp = "2026-03-04T08:14:02Z" })?.Code);

    [Theory]
    [InlineData("yesterday")]
    [InlineData("-1772612042")]
    [InlineData("1772612042.5")]
    [InlineData(" 1772612042")]
    [InlineData("99999999999999")]
    [InlineData("٠١٢")]
    public void A_timestamp_that_is_no_number_is_malformed(string timestamp)
    {
        var problem = Check(Headers() with { Timestamp = timestamp });
        Assert.Equal((401, "timestamp-malformed", "webhook-timestamp"), (problem!.Status, problem.Code, problem.Field));
    }

    [Fact]
    public void A_missing_header_is_named()
    {
        AssertMissing("signature-missing", "webhook-signature", Headers() with { Signature = null });
        AssertMissing("signature-missing", "webhook-signature", Headers() with { Signature = " " });
        AssertMissing("id-missing", "webhook-id", Headers() with { Id = null });
        AssertMissing("timestamp-missing", "webhook-timestamp", Headers() with { Timestamp = null });

        static void AssertMissing(string code, string header, Given given)
        {
            var problem = Check(given);
            Assert.Equal((401, code, header), (problem!.Status, problem.Code, problem.Field));
            Assert.Contains(header, problem.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_endless_id_is_malformed() =>
        Assert.Equal("id-malformed", Check(Headers() with { Id = new string('x', 257) })?.Code);

    [Fact]
    public void A_refusal_shows_neither_the_secret_nor_the_right_signature_nor_the_body()
    {
        var right = Headers().Signature![3..];
        var wrong = Headers() with { Signature = "v1," + Convert.ToBase64String(new byte[32]) };
        var text = Check(wrong)!.ToString();
        Assert.DoesNotContain(right, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret[6..], text, StringComparison.Ordinal);
        Assert.DoesNotContain("box", text, StringComparison.Ordinal);
    }

    private static Given Headers() =>
        new(Id, "1772612042", WebhookSigner.Sign(GenericPlatform.Scheme, Secret, Id, "1772612042", Body));

    private static WebhookProblem? Check(Given given, byte[]? body = null, string[]? secrets = null, DateTimeOffset? now = null) =>
        WebhookSamples.Verifier.Check(GenericPlatform.Scheme, given.Request(body ?? Body), secrets ?? [Secret], now ?? Sent);

    private sealed record Given(string? Id, string? Timestamp, string? Signature)
    {
        public WebhookRequest Request(byte[] body) => new(
            body,
            name => name switch
            {
                "webhook-id" => Id,
                "webhook-timestamp" => Timestamp,
                "webhook-signature" => Signature,
                _ => null,
            },
            _ => null);
    }
}
