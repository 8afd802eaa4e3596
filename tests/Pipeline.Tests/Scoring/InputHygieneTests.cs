using Pipeline.Scoring;

namespace Pipeline.Tests.Scoring;

public sealed class InputHygieneTests
{
    [Theory]
    [InlineData("e\u0301te\u0301", "été")]
    [InlineData("06\u200B12\u200C34\uFEFF56", "06123456")]
    [InlineData("abc\u202Edef\u2066", "abcdef")]
    [InlineData("a\u0000b\u0007c\td", "a b c d")]
    [InlineData("a\r\nb\rc\u2028d", "a\nb\nc\nd")]
    [InlineData("<b>help</b>", "<b>help</b>")]
    [InlineData("👩\u200D👧 👍🏽 ❤️", "👩\u200D👧 👍🏽 ❤️")]
    [InlineData("a\u200Db", "ab")]
    [InlineData("", "")]
    public void A_text_is_made_safe(string dirty, string clean) => Assert.Equal(clean, InputHygiene.Clean(dirty));

    [Theory]
    [InlineData('\uD83D')]
    [InlineData('\uDE00')]
    public void Half_a_surrogate_is_replaced(char half) => Assert.Equal("x\uFFFDy", InputHygiene.Clean($"x{half}y"));

    [Fact]
    public void A_clean_text_is_not_copied()
    {
        const string text = "Bonjour, ça va très bien";
        Assert.Same(text, InputHygiene.Clean(text));
    }
}
