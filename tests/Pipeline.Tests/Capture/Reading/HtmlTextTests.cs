using FsCheck;
using FsCheck.Fluent;
using Pipeline.Capture.Reading;

namespace Pipeline.Tests.Capture.Reading;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("Bonjour", "Bonjour")]
    [InlineData("<p>Bonjour,<br>ma box &amp; moi</p>", "Bonjour,\nma box & moi")]
    [InlineData("<p>un</p>\n<p>deux   mots</p>", "un\ndeux mots")]
    [InlineData("<ul><li>un</li><li>deux</li></ul>", "un\ndeux")]
    [InlineData("3 < 4 et 5 > 2", "3 < 4 et 5 > 2")]
    [InlineData("a<script>alert('x')</script>b<style>p{}</style>c", "abc")]
    [InlineData("a<!-- <p>nothing</p> -->b", "ab")]
    [InlineData("<script>never closed", "")]
    [InlineData("&lt;b&gt;gras&lt;/b&gt;", "<b>gras</b>")]
    [InlineData("<a href=\"https://x.example\">ici</a>&nbsp;!", "ici !")]
    [InlineData("<p>", "")]
    [InlineData("fin <", "fin <")]
    [InlineData("<p", "<p")]
    public void It_reads_as_a_person_would(string html, string text) => Assert.Equal(text, HtmlText.Of(html));

    [Fact]
    public void Any_text_comes_to_an_end_and_what_has_no_signs_stays() => Check.One(
        Config.QuickThrowOnFailure.WithQuietOnSuccess(true),
        Prop.ForAll<NonNull<string>>(given =>
        {
            var plain = string.Concat(given.Get.Where(character => char.IsLetterOrDigit(character) || character == ' '));
            _ = HtmlText.Of(given.Get);
            _ = HtmlText.Of("<" + given.Get + "</script");
            return HtmlText.Of($"<p>{plain}</p>") == string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }));
}
