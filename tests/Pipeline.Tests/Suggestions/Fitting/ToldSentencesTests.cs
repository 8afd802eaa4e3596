using Pipeline.Messages;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Library;

namespace Pipeline.Tests.Suggestions.Fitting;

public sealed class ToldSentencesTests
{
    [Theory]
    [InlineData("Je vérifie votre ligne tout de suite. Autre chose.", "je verifie votre ligne, tout de suite !")]
    [InlineData("Bonjour [NAME_1], je regarde votre ligne.", "Bonjour [NAME], je regarde votre ligne !")]
    [InlineData("Je vérifie votre ligne 🙂", "D'abord. Je vérifie votre ligne.")]
    public void A_sentence_that_was_told_is_known_again_whatever_its_marks_accents_and_names(string told, string again) =>
        Assert.True(ToldSentences.Holds(ToldSentences.After(null, told), again));

    [Theory]
    [InlineData("Je vous écoute.", "Je vous écoute.")]
    [InlineData("Je vérifie votre ligne tout de suite.", "Je vérifie votre ligne.")]
    [InlineData("", "")]
    public void Few_words_may_be_said_again_and_a_part_is_another_sentence(string told, string again) =>
        Assert.False(ToldSentences.Holds(ToldSentences.After(null, told), again));

    [Fact]
    public void The_memory_is_bounded_and_keeps_the_newest()
    {
        var memory = "";
        for (var number = 0; number < 10 * ToldSentences.Most; number++)
        {
            memory = ToldSentences.After(memory, $"Ceci est la phrase {number}.");
        }

        Assert.True(memory.Length <= 512);
        Assert.True(ToldSentences.Holds(memory, $"Ceci est la phrase {9 * ToldSentences.Most}."));
        Assert.False(ToldSentences.Holds(memory, $"Ceci est la phrase {(9 * ToldSentences.Most) - 1}."));
    }

    [Fact]
    public void Said_again_it_counts_as_new()
    {
        var memory = ToldSentences.After(null, "Ceci est la première phrase.");
        for (var number = 0; number < ToldSentences.Most - 1; number++)
        {
            memory = ToldSentences.After(memory, $"Ceci est la phrase {number}. Ceci est la première phrase.");
        }

        memory = ToldSentences.After(memory, "Ceci est encore une phrase.");
        Assert.True(ToldSentences.Holds(memory, "Ceci est la première phrase."));
        Assert.False(ToldSentences.Holds(memory, "Ceci est la phrase 0."));
    }

    [Theory]
    [InlineData("not base64")]
    [InlineData("AAAA")]
    public void A_memory_that_cannot_be_read_holds_nothing(string memory) => Assert.False(ToldSentences.Holds(memory, "Je vérifie votre ligne."));

    [Fact]
    public void No_sentence_that_a_customer_was_told_is_offered_again_also_when_it_left_the_window()
    {
        var phrase = new Phrase(
            new PhraseDraft
            {
                Id = "x",
                Language = "fr",
                Category = "explanation",
                Tone = "neutral",
                Text = "Débranchez la box du mur, {customer_first_name}. Attendez le voyant vert avant de poursuivre.",
                Intents = ["internet_trouble"],
            },
            "test");
        var scored = new Chat("fr").Customer("plus de wifi", "internet_trouble").Scored();

        Assert.Single(Suggest(scored));
        Assert.Empty(Suggest(After(scored, "Attendez le voyant vert avant de poursuivre.")));
        Assert.Empty(Suggest(After(scored, "Débranchez la box du mur, [NAME_1] !")));
        Assert.Single(Suggest(After(scored, "Attendez le voyant.")));

        IReadOnlyList<Suggestion> Suggest(MessageScored message) =>
            ReplySuggester.Suggest(message, new CandidateIndex("fr", [phrase]), new SuggestionOptions { MinimumScore = 0 });

        static MessageScored After(MessageScored scored, string told) =>
            scored with { State = scored.State with { ToldSentences = ToldSentences.After(null, told) } };
    }
}
