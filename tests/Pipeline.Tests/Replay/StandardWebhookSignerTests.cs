using System.Text;
using Pipeline.Replay;

namespace Pipeline.Tests.Replay;

public sealed class StandardWebhookSignerTests
{
    [Fact]
    public void The_published_vector_of_Standard_Webhooks_is_met()
    {
        var signature = new StandardWebhookSigner("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
            .Sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, Encoding.UTF8.GetBytes("""{"test": 2432232314}"""));

        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature);
    }

    [Theory]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "starts otherwise")]
    [InlineData("whsec_not base64!", "not base64")]
    public void A_secret_of_another_form_is_refused_without_repeating_it(string secret, string what)
    {
        var exception = Assert.Throws<FormatException>(() => new StandardWebhookSigner(secret));

        Assert.Contains(what, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(secret[6..], exception.Message, StringComparison.Ordinal);
    }
}
