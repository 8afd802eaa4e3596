using Pipeline.Scoring.PersonalData;

namespace Pipeline.Tests.Bugs;

/// <summary>
/// Found by fuzzing: the finders of names and IBANs read beyond the end of a text, so that a customer's message failed at every delivery and
/// ended as a dead letter.
/// </summary>
public sealed class UnfinishedIntroductionTests
{
    [Theory]
    [InlineData("bonjour, c'est")]
    [InlineData("je suis ici")]
    [InlineData("hello this is")]
    [InlineData("ok i'm")]
    public void A_text_that_ends_where_a_name_could_follow_is_masked(string text) => Assert.Equal(text, new PersonalDataMasker().Mask(text).Text);

    [Theory]
    [InlineData("iban FR180017511600142ßI am Jean-Lucborn")]
    [InlineData("mon iban FR76300010079412345678901853abcdefgh")]
    public void An_account_number_that_runs_on_into_a_word_stops_nothing(string text) =>
        Assert.NotEmpty(new PersonalDataMasker().Mask(text).Text);
}
