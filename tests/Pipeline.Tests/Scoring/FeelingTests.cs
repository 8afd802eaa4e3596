using Pipeline.Messages;
using Pipeline.Scoring;

namespace Pipeline.Tests.Scoring;

public sealed class FeelingTests
{
    private static readonly LexiconAnalyzer Analyzer = new();

    [Theory]
    [InlineData("Bonjour, le voyant de la box est orange", Sentiment.Neutral, Emotion.Neutral)]
    [InlineData("ma box ne marche plus depuis ce matin", Sentiment.Neutral, Emotion.Neutral)]
    [InlineData("je voudrais une copie de ma facture de mars svp", Sentiment.Neutral, Emotion.Neutral)]
    [InlineData("Pouvez-vous regarder ? Merci", Sentiment.Neutral, Emotion.Neutral)]
    [InlineData("14h ça me va", Sentiment.Neutral, Emotion.Neutral)]
    [InlineData("d'accord", Sentiment.Neutral, Emotion.Neutral)]
    [InlineData("aucun problème, prenez votre temps", Sentiment.Neutral, Emotion.Neutral)]
    [InlineData("merci beaucoup pour votre aide", Sentiment.Positive, Emotion.Gratitude)]
    [InlineData("mrc bcp", Sentiment.Positive, Emotion.Gratitude)]
    [InlineData("vous me sauvez la vie, merci infiniment", Sentiment.Positive, Emotion.Gratitude)]
    [InlineData("super, ça remarche !", Sentiment.Positive, Emotion.Joy)]
    [InlineData("je suis ravie du nouveau débit", Sentiment.Positive, Emotion.Joy)]
    [InlineData("pas mal du tout votre nouvelle appli", Sentiment.Positive, Emotion.Joy)]
    [InlineData("ouf, tout est rentré dans l'ordre", Sentiment.Positive, Emotion.Joy)]
    [InlineData("vous vous foutez de moi ou quoi", Sentiment.Negative, Emotion.Anger)]
    [InlineData("C'EST INADMISSIBLE", Sentiment.Negative, Emotion.Anger)]
    [InlineData("c'est du vol pur et simple", Sentiment.Negative, Emotion.Anger)]
    [InlineData("bande d'incapables", Sentiment.Negative, Emotion.Anger)]
    [InlineData("pas content du tout", Sentiment.Negative, Emotion.Annoyance)]
    [InlineData("j'en ai marre d'attendre", Sentiment.Negative, Emotion.Annoyance)]
    [InlineData("toujours rien", Sentiment.Negative, Emotion.Annoyance)]
    [InlineData("ça fait 3 semaines que j'attends un retour", Sentiment.Negative, Emotion.Annoyance)]
    [InlineData("merci pour rien", Sentiment.Negative, Emotion.Annoyance)]
    [InlineData("Super, encore une panne", Sentiment.Negative, Emotion.Annoyance)]
    [InlineData("bravo, trois rendez-vous et toujours personne", Sentiment.Negative, Emotion.Annoyance)]
    [InlineData("mon père est décédé la semaine dernière", Sentiment.Negative, Emotion.Sadness)]
    [InlineData("je pleure depuis hier, j'ai tout perdu", Sentiment.Negative, Emotion.Sadness)]
    [InlineData("j'ai très peur de perdre ma ligne", Sentiment.Negative, Emotion.Fear)]
    [InlineData("ça m'inquiète cette histoire de virement", Sentiment.Negative, Emotion.Fear)]
    [InlineData("ah bon ? je ne m'attendais pas à ça", Sentiment.Neutral, Emotion.Surprise)]
    [InlineData("je comprends rien à cette ligne de la facture", Sentiment.Neutral, Emotion.Confusion)]
    [InlineData("je suis perdue, je clique où ?", Sentiment.Neutral, Emotion.Confusion)]
    [InlineData("vraiment déçu, on m'avait promis la fibre pour lundi", Sentiment.Negative, Emotion.Disappointment)]
    [InlineData("quel dommage après 12 ans de fidélité", Sentiment.Negative, Emotion.Disappointment)]
    [InlineData("le conseiller est adorable et très efficace, mais votre appli est vraiment pourrie", Sentiment.Mixed, Emotion.Annoyance)]
    public void French_messages_are_read_as_they_are_meant(string text, Sentiment sentiment, Emotion emotion) =>
        AssertReadAs(text, "fr", sentiment, emotion);

    [Theory]
    [InlineData("the light on the router is orange", Sentiment.Neutral, Emotion.Neutral)]
    [InlineData("internet not working since 9", Sentiment.Neutral, Emotion.Neutral)]
    [InlineData("could you send me the March bill please, thanks", Sentiment.Neutral, Emotion.Neutral)]
    [InlineData("no problem, take your time", Sentiment.Neutral, Emotion.Neutral)]
    [InlineData("10 past 4 works for me", Sentiment.Neutral, Emotion.Neutral)]
    [InlineData("thank you so much for your help", Sentiment.Positive, Emotion.Gratitude)]
    [InlineData("thx", Sentiment.Positive, Emotion.Gratitude)]
    [InlineData("you're a star, can't thank you enough", Sentiment.Positive, Emotion.Gratitude)]
    [InlineData("brilliant, it's working again!", Sentiment.Positive, Emotion.Joy)]
    [InlineData("really happy with the new speed", Sentiment.Positive, Emotion.Joy)]
    [InlineData("not bad at all", Sentiment.Positive, Emotion.Joy)]
    [InlineData("phew, what a relief", Sentiment.Positive, Emotion.Joy)]
    [InlineData("this is absolutely disgraceful", Sentiment.Negative, Emotion.Anger)]
    [InlineData("wtf is this charge", Sentiment.Negative, Emotion.Anger)]
    [InlineData("I AM FURIOUS", Sentiment.Negative, Emotion.Anger)]
    [InlineData("you people are useless", Sentiment.Negative, Emotion.Anger)]
    [InlineData("not happy with this", Sentiment.Negative, Emotion.Annoyance)]
    [InlineData("still waiting for an answer", Sentiment.Negative, Emotion.Annoyance)]
    [InlineData("this is the third time i explain", Sentiment.Negative, Emotion.Annoyance)]
    [InlineData("thanks for nothing", Sentiment.Negative, Emotion.Annoyance)]
    [InlineData("great, another outage", Sentiment.Negative, Emotion.Annoyance)]
    [InlineData("lovely. two weeks now and still no engineer", Sentiment.Negative, Emotion.Annoyance)]
    [InlineData("my husband passed away in May", Sentiment.Negative, Emotion.Sadness)]
    [InlineData("i just sat there crying", Sentiment.Negative, Emotion.Sadness)]
    [InlineData("i'm really worried about my mum's alarm", Sentiment.Negative, Emotion.Fear)]
    [InlineData("someone stole my details, i'm panicking", Sentiment.Negative, Emotion.Fear)]
    [InlineData("wow, didn't expect that", Sentiment.Neutral, Emotion.Surprise)]
    [InlineData("sorry i don't understand this line", Sentiment.Neutral, Emotion.Confusion)]
    [InlineData("i'm lost, which one do i press", Sentiment.Neutral, Emotion.Confusion)]
    [InlineData("really disappointed, i expected better", Sentiment.Negative, Emotion.Disappointment)]
    [InlineData("what a shame after 10 years", Sentiment.Negative, Emotion.Disappointment)]
    [InlineData("your advisor was very helpful and friendly but the app is terrible", Sentiment.Mixed, Emotion.Anger)]
    public void English_messages_are_read_as_they_are_meant(string text, Sentiment sentiment, Emotion emotion) =>
        AssertReadAs(text, "en", sentiment, emotion);

    [Theory]
    [InlineData("je suis satisfait", "je ne suis pas satisfait")]
    [InlineData("i am pleased", "i am not pleased")]
    [InlineData("j'aime", "j'aime pas")]
    [InlineData("helpful", "never helpful")]
    public void A_negation_turns_a_pleasure_into_its_opposite(string pleased, string displeased) =>
        Assert.True(Valence(displeased) < 0 && Valence(pleased) >= 0, $"{Valence(pleased)} and {Valence(displeased)}");

    [Theory]
    [InlineData("c'est agaçant", "c'est vraiment très agaçant")]
    [InlineData("c'est agaçant", "c'est agaçant !!!")]
    [InlineData("c'est agaçant", "C'EST AGAÇANT")]
    [InlineData("this is annoying", "this is so annoying")]
    [InlineData("this is annoying", "THIS IS ANNOYING!!!")]
    [InlineData("a bit annoying", "annoying")]
    public void Intensifiers_capitals_and_exclamation_marks_make_it_stronger(string weaker, string stronger) =>
        Assert.True(Valence(stronger) < Valence(weaker), $"{Valence(weaker)} and {Valence(stronger)}");

    [Theory]
    [InlineData("vous êtes des incapables", true)]
    [InlineData("espèce d'abruti", true)]
    [InlineData("you are a moron", true)]
    [InlineData("c'est du vol", false)]
    [InlineData("BORDEL ÇA MARCHE PAS", false)]
    [InlineData("i will call my lawyer", false)]
    [InlineData("what the hell is going on", false)]
    public void Only_an_attack_on_people_is_aggression(string text, bool aggressive) =>
        Assert.Equal(aggressive, Analyzer.Analyze(text, null).Aggression >= 0.5);

    [Fact]
    public void The_words_that_decided_are_shown_as_they_were_written()
    {
        var analysis = Analyzer.Analyze("Bonjour, je suis VRAIMENT Déçu de vos services", "fr");
        var evidence = Assert.Single(analysis.Evidence);
        Assert.Equal("Déçu", evidence.Text);
        Assert.True(evidence.Weight < 0);
    }

    [Theory]
    [InlineData("merci, super, mais j'ai peur et je suis déçu, c'est nul, scandaleux, incompréhensible")]
    [InlineData("great thanks but i am worried, disappointed, confused and furious")]
    [InlineData("ok")]
    [InlineData("🙏😡😢")]
    public void The_result_keeps_its_promises(string text)
    {
        var analysis = Analyzer.Analyze(text, null);
        Assert.InRange(analysis.Valence, -1, 1);
        Assert.InRange(analysis.Intensity, 0, 3);
        Assert.Equal(1, analysis.Emotions.Sum(emotion => emotion.Probability), 6);
        Assert.Equal(analysis.Emotions.OrderByDescending(emotion => emotion.Probability), analysis.Emotions);
        Assert.True(analysis.Evidence.Count <= 5);
        Assert.Equal(analysis.Intensity == 0, analysis.DominantEmotion == Emotion.Neutral);
        Assert.Equal("lexicon/1", analysis.Scorer);
    }

    [Fact]
    public async Task The_same_text_gives_the_same_result_on_every_thread()
    {
        const string text = "J'en ai marre, 3e fois que j'appelle, passez-moi un responsable !!";
        var expected = System.Text.Json.JsonSerializer.Serialize(Analyzer.Analyze(text, "fr"));
        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ =>
            Task.Run(() => System.Text.Json.JsonSerializer.Serialize(Analyzer.Analyze(text, "fr")))));
        Assert.All(results, result => Assert.Equal(expected, result));
    }

    private static double Valence(string text) => Analyzer.Analyze(text, null).Valence;

    private static void AssertReadAs(string text, string language, Sentiment sentiment, Emotion emotion)
    {
        var analysis = Analyzer.Analyze(text, language);
        Assert.Equal((sentiment, emotion), (analysis.Sentiment, analysis.DominantEmotion));
    }
}
