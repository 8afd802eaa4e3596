using System.Text;
using Pipeline.Capture.Platforms.Generic;
using Pipeline.Capture.Platforms.Meta.WhatsApp;
using Pipeline.Capture.Platforms.Slack;
using Pipeline.Capture.Platforms.Zendesk;
using Pipeline.Capture.Signatures;

namespace Pipeline.Tests.Capture.Signatures;

/// <summary>Signatures that the platforms published: secret, request and result are theirs, none was made here.</summary>
public sealed class PublishedVectorTests
{
    public static TheoryData<SignatureScheme, string, string?, string?, string, string> Vectors => new()
    {
        {
            GenericPlatform.Scheme, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330",
            """{"test": 2432232314}""", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
        },
        {
            SlackPlatform.Scheme, "8f742231b10e8888abcd99yyyzzz85a5", null, "1531420618",
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar"
            + "&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
            + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121."
            + "803a0bc887a14d10d2c447fce8b6703c",
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
        },
        {
            ZendeskPlatform.Scheme, "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==", null, "1531420618",
            """{"event_type": "foo.bar","data": {"key": "value"}}""", "qtmu3iClLKujnujOBkwe7yjI34o5CzsLD04Uy4LbE2A="
        },
        {
            WhatsAppPlatform.Scheme, "It's a Secret to Everybody", null, null, "Hello, World!",
            "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
        },
    };

    [Theory]
    [MemberData(nameof(Vectors), DisableDiscoveryEnumeration = true)]
    public void A_published_signature_is_made_and_verified(
        SignatureScheme scheme, string secret, string? id, string? timestamp, string body, string signature)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        Assert.Equal(signature, WebhookSigner.Sign(scheme, secret, id, timestamp, bytes));

        var headers = new Dictionary<string, string> { [scheme.SignatureHeader] = signature };
        if (scheme.IdHeader is { } idHeader)
        {
            headers[idHeader] = id!;
        }

        if (scheme.TimestampHeader is { } timestampHeader)
        {
            headers[timestampHeader] = timestamp!;
        }

        var now = DateTimeOffset.FromUnixTimeSeconds(long.Parse(timestamp ?? "0", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Null(WebhookSamples.Verifier.Check(scheme, WebhookSamples.Request(bytes, headers), [secret], now));
    }
}
