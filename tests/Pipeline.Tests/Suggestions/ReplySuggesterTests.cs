using Pipeline.Messages;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Library;

namespace Pipeline.Tests.Suggestions;

public sealed class ReplySuggesterTests
{
    private static readonly Dictionary<string, CandidateIndex> Library = PhraseSeed.Phrases()
        .GroupBy(phrase => phrase.Language)
        .ToDictionary(group => group.Key, group => new CandidateIndex(group.Key, group));

    [Fact]
    public void The_customers_words_choose_between_phrases_for_one_situation_whatever_their_accents_and_capitals()
    {
        Assert.Equal("phrase:fr-explanation-06", Best("MA TELECOMMANDE NE SE LAISSE PAS ASSOCIER"));
        Assert.Equal("phrase:fr-explanation-07", Best("mon décodeur a une image figée"));

        static string Best(string text) => Suggest(new Chat("fr").Advisor("Bonjour, je vous écoute.").Customer(text, "tv_trouble"))
            .First(suggestion => suggestion.Category == "explanation").Source;
    }

    [Fact]
    public void The_newest_message_says_more_than_those_before_it()
    {
        var suggestions = Suggest(new Chat("en")
            .Customer("my parcel is lost with the courier", "delivery_problem")
            .Advisor("Hello, the parcel is on its way again.")
            .Customer("great. now the app crashes with an error", "app_or_site_bug"));

        Assert.Equal("phrase:en-explanation-28", suggestions.First(suggestion => suggestion.Category == "explanation").Source);
    }

    [Fact]
    public void An_ok_does_not_change_the_subject()
    {
        var suggestions = Suggest(new Chat("fr")
            .Customer("ma box clignote rouge", "internet_trouble")
            .Advisor("Bonjour, vous pouvez la rallumer ?")
            .Customer("ok", "small_talk_other"));

        Assert.Contains(suggestions, suggestion => suggestion.Reasons.Contains("Même situation : box ou Wi-Fi"));
    }

    [Theory]
    [InlineData("ça ne marche pas")]
    [InlineData("ça marche pas du tout")]
    [InlineData("si ça marche je vous le dis")]
    public void What_does_not_work_is_not_celebrated(string text)
    {
        var suggestions = Suggest(new Chat("fr")
            .Customer("plus de wifi", "internet_trouble")
            .Advisor("Redémarrez la box.")
            .Customer(text, "internet_trouble"));

        Assert.DoesNotContain(suggestions, suggestion => suggestion.Category is "congratulation" or "closing");
    }

    [Fact]
    public void Thanks_with_a_complaint_in_it_is_answered_as_a_complaint()
    {
        var scored = new Chat("fr")
            .Customer("wifi coupé", "internet_trouble")
            .Advisor("Voilà.")
            .Customer("merci beaucoup mais ça coupe encore", "internet_trouble", Emotion.Gratitude)
            .Scored();
        scored = scored with { Message = scored.Message with { Analysis = scored.Message.Analysis! with { Sentiment = Sentiment.Mixed } } };

        var suggestions = ReplySuggester.Suggest(scored, Library["fr"], new SuggestionOptions());

        Assert.DoesNotContain(suggestions, suggestion => suggestion.Category is "congratulation" or "closing");
    }

    [Theory]
    [InlineData("fr", "le décodeur affiche toujours aucun signal")]
    [InlineData("en", "the TV box still shows no signal")]
    public void Behind_two_that_help_the_last_asks_for_a_moment_and_is_shown_as_no_surer(string language, string text)
    {
        var suggestions = Suggest(new Chat(language).Customer(text, "tv_trouble").Advisor("Ok.").Customer(text, "tv_trouble"));

        Assert.Equal(3, suggestions.Count);
        Assert.Equal("holding", suggestions[2].Category);
        Assert.DoesNotContain(suggestions.Take(2), suggestion => suggestion.Category == "holding");
        Assert.True(suggestions[2].Score <= suggestions[1].Score);
    }

    [Theory]
    [InlineData("fr", "ouiii le colis est arrivé, trop bien !")]
    [InlineData("en", "yesss my parcel just turned up, brilliant!")]
    public void Who_is_glad_that_it_came_right_is_not_sent_to_the_next_step(string language, string text)
    {
        var suggestions = Suggest(new Chat(language).Customer("colis, parcel", "delivery_problem").Advisor("Ok.").Customer(text, "delivery_problem", Emotion.Joy));

        Assert.True(suggestions[0].Category is "congratulation" or "closing", suggestions[0].Text);
    }

    [Theory]
    [InlineData("fr", "merci pour votre aide, bonne soirée à toute votre équipe")]
    [InlineData("en", "thank you so much for your help, have a good evening all of you")]
    public void With_somebody_who_mourns_nothing_is_celebrated(string language, string text) => Assert.DoesNotContain(
        Suggest(new Chat(language).Customer("ma mère est morte, my mother died", "bereavement").Advisor("Ok.").Customer(text, "bereavement", Emotion.Gratitude)),
        suggestion => suggestion.Category == "congratulation");

    [Fact]
    public void A_worried_customer_is_reassured_and_the_reason_says_so()
    {
        var suggestions = Suggest(new Chat("fr").Advisor("Bonjour.").Customer("j'ai été piraté, je panique", "fraud_security", Emotion.Fear));

        Assert.Contains(suggestions, suggestion => suggestion.Reasons.Contains("Le client est inquiet : ton rassurant"));
    }

    [Fact]
    public void Somebody_who_says_sorry_once_is_not_made_to_say_it_again()
    {
        var suggestions = Suggest(new Chat("en")
            .Customer("nobody came", "technician_visit", Emotion.Anger)
            .Advisor("I am so sorry about that.")
            .Customer("I waited all morning for your engineer", "technician_visit", Emotion.Anger));

        Assert.NotEqual("apology", suggestions[0].Category);
    }

    [Theory]
    [InlineData("Débranchez la box du courant et laissez-la éteinte. Dites-moi ensuite.")]
    [InlineData("debranchez la box du courant, laissez la eteinte svp, merci ! je regarde la ligne pendant ce temps et je vous redis")]
    public void A_sentence_that_an_advisor_wrote_is_never_offered_even_when_there_is_nothing_else(string told)
    {
        var only = new CandidateIndex("fr", PhraseSeed.Phrases().Where(phrase => phrase.Id == "fr-explanation-02"));
        var options = new SuggestionOptions { MinimumScore = 0 };
        Chat Chat(string advisor) => new Chat("fr")
            .Customer("plus de wifi", "internet_trouble")
            .Advisor(advisor)
            .Customer("la box est bloquée", "internet_trouble");

        Assert.Single(ReplySuggester.Suggest(Chat("Bonjour, je regarde.").Scored(), only, options));
        Assert.Empty(ReplySuggester.Suggest(Chat(told).Scored(), only, options));
    }

    [Fact]
    public void Nothing_is_offered_where_nothing_fits()
    {
        Assert.Empty(Suggest(new Chat("en").Advisor("Anything else?").Customer("the quarterly zebra sings")));
        Assert.Empty(Suggest(new Chat("en").Customer("   ", "internet_trouble")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_settings_say_how_many_at_most(int most)
    {
        var scored = new Chat("fr").Customer("ma box a un voyant rouge", "internet_trouble").Scored();

        Assert.Equal(most, ReplySuggester.Suggest(scored, Library["fr"], new SuggestionOptions { MaxSuggestions = most }).Count);
    }

    [Theory]
    [InlineData("fr", "en", "fr")]
    [InlineData("und", "en", "en")]
    [InlineData("und", "fr-CA", "fr")]
    [InlineData("und", "FR", "fr")]
    [InlineData("und", "frisian", null)]
    [InlineData("und", null, null)]
    public void The_language_is_the_conversations_else_the_hint(string state, string? hint, string? expected)
    {
        var chat = new Chat("fr") { StateLanguage = state, LanguageHint = hint }.Customer("ok");

        Assert.Equal(expected, ReplySuggester.LanguageOf(chat.Scored()));
    }

    [Fact]
    public void An_id_is_the_same_for_the_same_message_and_phrase_and_differs_between_messages()
    {
        var chat = new Chat("fr").Customer("ma box a un voyant rouge", "internet_trouble");
        var first = Suggest(chat);
        Assert.Equal(first.Select(suggestion => suggestion.Id), Suggest(chat).Select(suggestion => suggestion.Id));

        var second = Suggest(chat.Customer("toujours rouge", "internet_trouble"));

        Assert.Empty(first.Select(suggestion => suggestion.Id).Intersect(second.Select(suggestion => suggestion.Id)));
    }

    private static IReadOnlyList<Suggestion> Suggest(Chat chat)
    {
        var scored = chat.Scored();
        return ReplySuggester.Suggest(scored, Library[scored.State.Language], new SuggestionOptions());
    }
}
