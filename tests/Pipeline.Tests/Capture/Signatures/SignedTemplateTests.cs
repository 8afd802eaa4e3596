using Pipeline.Capture.Signatures;

namespace Pipeline.Tests.Capture.Signatures;

public sealed class SignedTemplateTests
{
    [Theory]
    [InlineData("{id}.{timestamp}", "{body}")]
    [InlineData("{body", "not closed")]
    [InlineData("{body}.{secret}", "{secret}")]
    [InlineData("", "{body}")]
    public void A_template_that_cannot_work_is_refused(string template, string named)
    {
        var exception = Assert.Throws<FormatException>(() => SignedTemplate.Parse(template));
        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{body}", "BODY")]
    [InlineData("[{timestamp};{body}]", "[17;BODY]")]
    [InlineData("v0:{timestamp}:{body}", "v0:17:BODY")]
    [InlineData("{id}.{timestamp}.{body}", "i.17.BODY")]
    [InlineData("{timestamp}{body}", "17BODY")]
    public void A_template_signs_what_it_says(string template, string bytes)
    {
        var scheme = Scheme(template);
        Assert.Equal(
            WebhookSigner.Sign(Scheme("{body}"), "s", null, null, System.Text.Encoding.UTF8.GetBytes(bytes)),
            WebhookSigner.Sign(scheme, "s", "i", "17", "BODY"u8));
    }

    private static SignatureScheme Scheme(string template) =>
        new() { SignatureHeader = "X", Encoding = SignatureEncoding.Hex, Template = SignedTemplate.Parse(template) };
}
