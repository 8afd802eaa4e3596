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
    [InlineData('\uFFFE')]
    [InlineData('\uFFFF')]
    [InlineData('\uFDD0')]
    public void What_is_no_character_is_replaced(char half) => Assert.Equal("x\uFFFDy", InputHygiene.Clean($"x{half}y"));

    [Fact]
    public void Whatever_the_characters_the_text_is_made_safe()
    {
        for (var value = 0; value <= 0x10FFFF; value++)
        {
            var text = value is >= 0xD800 and <= 0xDFFF ? $"{(char)value}" : char.ConvertFromUtf32(value);
            Assert.True(InputHygiene.Clean($"x{text}y").IsNormalized(), $"U+{value:X4}");
        }
    }

    [Theory]
    [InlineData("\u0316\u0315", 20_000)]
    [InlineData("\u0315", 11)]
    [InlineData("\u20DD", 500)]
    [InlineData("\u0351\u200B", 500)]
    [InlineData("\U0001D167", 500)]
    public void A_tower_of_marks_is_cut_so_that_it_costs_and_covers_nothing(string mark, int count)
    {
        var clean = InputHygiene.Clean("x" + string.Concat(Enumerable.Repeat(mark, count)) + "y\u0301z");
        Assert.Equal(InputHygiene.MostMarks, clean.EnumerateRunes().Skip(1).TakeWhile(rune => rune.Value != 'ý').Count());
        Assert.EndsWith("ýz", clean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Việt Nam ệ")]
    [InlineData("שָׁלוֹם")]
    [InlineData("कक्षा में")]
    [InlineData("བོད་སྐད་")]
    public void Writing_with_many_marks_stays(string text) => Assert.Equal(text.Normalize(), InputHygiene.Clean(text));

    [Fact]
    public void A_clean_text_is_not_copied()
    {
        const string text = "Bonjour, ça va très bien";
        Assert.Same(text, InputHygiene.Clean(text));
    }
}
