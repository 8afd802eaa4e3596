using Pipeline.Scoring;

namespace Pipeline.Tests.Scoring;

public sealed class LanguageTests
{
    private static readonly CareAnalyzer Analyzer = new();

    [Theory]
    [InlineData("bonjour", "fr")]
    [InlineData("oui merci", "fr")]
    [InlineData("la facture est trop chère", "fr")]
    [InlineData("jai pas recu mon colis", "fr")]
    [InlineData("c koi ce truc", "fr")]
    [InlineData("remboursement ?", "fr")]
    [InlineData("je n'arrive pas à me connecter au wifi", "fr")]
    [InlineData("hello", "en")]
    [InlineData("yes please", "en")]
    [InlineData("my bill is too high", "en")]
    [InlineData("havent got my parcel", "en")]
    [InlineData("refund?", "en")]
    [InlineData("whats the process", "en")]
    [InlineData("ok", "und")]
    [InlineData("?", "und")]
    [InlineData("12345", "und")]
    [InlineData("👍", "und")]
    [InlineData("[PHONE_1]", "und")]
    [InlineData("", "und")]
    public void The_language_of_short_turns_is_found_or_left_open(string text, string language)
    {
        var analysis = Analyzer.Analyze(text, null);
        Assert.Equal(language, analysis.Language);
        Assert.True(language != "und" || analysis.LanguageConfidence <= 0.2);
    }

    [Theory]
    [InlineData("hola, tengo un problema con mi factura, pueden ayudarme por favor")]
    [InlineData("ich habe kein internet und brauche bitte hilfe")]
    [InlineData("مرحبا عندي مشكلة في الانترنت")]
    public void Another_language_is_no_guess_and_a_sign_of_difficulty(string text)
    {
        var analysis = Analyzer.Analyze(text, null);
        Assert.Equal("und", analysis.Language);
        Assert.Contains("language_barrier", analysis.Signals);
    }

    [Fact]
    public void A_hint_helps_to_understand_but_is_no_finding()
    {
        var analysis = Analyzer.Analyze("cool", "en");
        Assert.Equal("und", analysis.Language);
        Assert.Equal(Pipeline.Messages.Emotion.Joy, analysis.DominantEmotion);
    }
}
