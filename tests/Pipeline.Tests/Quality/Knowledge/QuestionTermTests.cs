using Pipeline.Quality.Knowledge.Words;

namespace Pipeline.Tests.Quality.Knowledge;

public sealed class QuestionTermTests
{
    [Theory]
    [InlineData("Mes factures [PHONE_1] !", "la facturation")]
    [InlineData("Où est mon RÉPÉTEUR ?", "repeteur")]
    [InlineData("my broadband routers", "the router of broadband")]
    public void Forms_of_a_word_are_one_term_and_what_says_nothing_is_none(string one, string other) =>
        Assert.Equal(QuestionTerms.Of(one), QuestionTerms.Of(other));
}
