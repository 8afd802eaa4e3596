using Pipeline.Scoring;
using Pipeline.Scoring.SecondOpinion;

namespace Pipeline.Tests.Scoring.SecondOpinion;

public sealed class EvidenceConfidenceTests
{
    private static readonly LexiconAnalyzer Local = new();

    [Theory]
    [InlineData("merci beaucoup, c'est parfait !", "bof, c'est pas mal mais c'est nul aussi")]
    [InlineData("I am furious, this is a disgrace", "it works, but it is slow and annoying, though the lady was lovely")]
    [InlineData("bonjour", "quand je suis rentré hier du travail la box clignotait et depuis mon fils ne peut plus faire ses devoirs en ligne le soir")]
    public void A_plain_message_is_surer_than_one_that_says_both_or_nothing_that_is_known(string plain, string hard) =>
        Assert.True(Of(plain) > Of(hard), $"{Of(plain)} is not above {Of(hard)}.");

    [Theory]
    [InlineData("")]
    [InlineData("??!!")]
    [InlineData("QUE FAITES VOUS ENFIN REPONDEZ MOI")]
    [InlineData("merci mais non merci, super, nul, génial, affreux")]
    public void It_is_between_0_and_1_whatever_was_written(string text) => Assert.InRange(Of(text), 0, 1);

    private static double Of(string text) => new EvidenceConfidence().Of(Local.Analyze(text, null), text);
}
