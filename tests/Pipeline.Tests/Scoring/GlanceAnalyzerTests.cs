using Pipeline.Messages;
using Pipeline.Scoring;

namespace Pipeline.Tests.Scoring;

/// <summary>Sentiment at a glance: plain messages of both languages are told, odd ones do no harm, nothing is allocated.</summary>
public sealed class GlanceAnalyzerTests
{
    private static readonly GlanceAnalyzer Analyzer = new();

    [Theory]
    [InlineData("merci beaucoup, c'est parfait !", Sentiment.Positive)]
    [InlineData("thank you so much, works perfectly now", Sentiment.Positive)]
    [InlineData("toujours rien, c'est inadmissible, je suis furieux", Sentiment.Negative)]
    [InlineData("still broken, this is ridiculous, I am furious", Sentiment.Negative)]
    [InlineData("bonjour, je voudrais une copie de ma facture de mars", Sentiment.Neutral)]
    [InlineData("could you send me a copy of my march bill", Sentiment.Neutral)]
    public void Plain_messages_are_told(string text, Sentiment sentiment) => Assert.Equal(sentiment, Analyzer.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\uD83D")]
    [InlineData("\uDE00!!!")]
    [InlineData("日本語 текст עברית")]
    public void Odd_texts_do_no_harm(string text) => Assert.True(Enum.IsDefined(Analyzer.Read(text)));

    [Fact]
    public void A_text_of_any_length_is_read()
    {
        var text = string.Concat(Enumerable.Repeat("merci beaucoup c'est parfait ", 20_000));
        Assert.Equal(Sentiment.Positive, Analyzer.Read(text));
    }

    [Fact]
    public void Case_and_accents_make_no_difference_to_a_word() => Assert.Equal(Analyzer.Read("tres decu"), Analyzer.Read("Très déçu"));

    [Fact]
    public void Nothing_is_allocated()
    {
        Analyzer.Read("merci, ça marche 🙂 !");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var repetition = 0; repetition < 1_000; repetition++)
        {
            Analyzer.Read("merci, ça marche 🙂 !");
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
