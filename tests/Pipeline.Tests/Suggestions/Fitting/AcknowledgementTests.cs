using Pipeline.Messages;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Library;

namespace Pipeline.Tests.Suggestions.Fitting;

public sealed class AcknowledgementTests
{
    private const string Step = "Débranchez la box et attendez le voyant.";

    private static readonly string[] Signs = ["agace", "raison de nous le dire", "pénible", "en droit", "légitime"];

    [Fact]
    public void An_angry_customer_is_acknowledged_before_anything_is_explained()
    {
        var suggestion = Assert.Single(Suggest(Angry(), Step));

        Assert.EndsWith($". {Step}", suggestion.Text, StringComparison.Ordinal);
        Assert.Contains(Signs, sign => suggestion.Text[..^Step.Length].Contains(sign, StringComparison.Ordinal));
    }

    [Fact]
    public void In_a_greeting_the_salutation_comes_first()
    {
        var suggestion = Assert.Single(Suggest(Angry(), "Bonjour Camille, ici le service. Je regarde votre ligne.", "greeting"));

        Assert.StartsWith("Bonjour Camille, ici le service. ", suggestion.Text, StringComparison.Ordinal);
        Assert.EndsWith(" Je regarde votre ligne.", suggestion.Text, StringComparison.Ordinal);
        Assert.Contains(Signs, sign => suggestion.Text.Contains(sign, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Emotion.Neutral)]
    [InlineData(Emotion.Confusion)]
    [InlineData(Emotion.Fear)]
    [InlineData(Emotion.Joy)]
    public void Who_is_not_angry_gets_the_reply_alone(Emotion emotion) =>
        Assert.Equal(Step, Assert.Single(Suggest(new Chat("fr").Customer("la box est en panne", "internet_trouble", emotion), Step)).Text);

    [Theory]
    [InlineData("Je suis désolée de cette panne.")]
    [InlineData("Je comprends votre agacement.")]
    [InlineData("Vous avez raison, c'est long.")]
    public void Once_is_enough(string advisor) => Assert.Equal(
        Step, Assert.Single(Suggest(Angry().Advisor(advisor).Customer("la box !", "internet_trouble", Emotion.Anger), Step)).Text);

    [Fact]
    public void A_reply_that_acknowledges_itself_gets_nothing_in_front()
    {
        const string Own = "Je suis désolée pour cette panne. Je regarde votre box.";
        Assert.Equal(Own, Assert.Single(Suggest(Angry(), Own)).Text);
    }

    [Fact]
    public void Two_suggestions_do_not_begin_alike()
    {
        var texts = Suggest(Angry(), Step, "explanation", "Regardez le câble gris derrière votre décodeur.").Select(suggestion => suggestion.Text[..12]);
        Assert.Equal(2, texts.Distinct().Count());
    }

    [Fact]
    public void No_acknowledgement_is_said_twice_to_one_customer()
    {
        var scored = Angry().Scored();
        var seen = new HashSet<string>();
        while (true)
        {
            var text = Assert.Single(Suggest(scored, [Phrase(Step, "explanation", 0)])).Text;
            if (text == Step)
            {
                break;
            }

            var acknowledgement = text[..^(Step.Length + 1)];
            Assert.True(seen.Add(acknowledgement), acknowledgement);
            scored = scored with { State = scored.State with { ToldSentences = ToldSentences.After(scored.State.ToldSentences, acknowledgement) } };
        }

        Assert.True(seen.Count >= 3);
    }

    private static Chat Angry() => new Chat("fr").Customer("la box est en panne, c'est inadmissible", "internet_trouble", Emotion.Anger);

    private static IReadOnlyList<Suggestion> Suggest(Chat chat, string text, string category = "explanation", params string[] more) =>
        Suggest(chat.Scored(), [.. more.Prepend(text).Select((one, number) => Phrase(one, category, number))]);

    private static IReadOnlyList<Suggestion> Suggest(MessageScored scored, Phrase[] phrases) =>
        ReplySuggester.Suggest(scored, new CandidateIndex("fr", phrases), new SuggestionOptions { MinimumScore = 0 });

    private static Phrase Phrase(string text, string category, int number) => new(
        new PhraseDraft
        {
            Id = $"x{number}",
            Language = "fr",
            Category = category,
            Tone = "neutral",
            Text = text,
            Intents = ["internet_trouble"],
        },
        "test");
}
