using Pipeline.Messages;
using Pipeline.Scoring;

namespace Pipeline.Tests.Scoring;

public sealed class FeelingTests
{
    private static readonly CareAnalyzer Analyzer = new();

    private static readonly (string Text, Sentiment Sentiment, Emotion Emotion)[] French =
    [
        ("Bonjour, le voyant de la box est orange", Sentiment.Neutral, Emotion.Neutral),
        ("ma box ne marche plus depuis ce matin", Sentiment.Neutral, Emotion.Neutral),
        ("je voudrais une copie de ma facture de mars svp", Sentiment.Neutral, Emotion.Neutral),
        ("Pouvez-vous regarder ? Merci", Sentiment.Neutral, Emotion.Neutral),
        ("14h ça me va", Sentiment.Neutral, Emotion.Neutral),
        ("d'accord", Sentiment.Neutral, Emotion.Neutral),
        ("aucun problème, prenez votre temps", Sentiment.Neutral, Emotion.Neutral),
        ("merci beaucoup pour votre aide", Sentiment.Positive, Emotion.Gratitude),
        ("mrc bcp", Sentiment.Positive, Emotion.Gratitude),
        ("vous me sauvez la vie, merci infiniment", Sentiment.Positive, Emotion.Gratitude),
        ("super, ça remarche !", Sentiment.Positive, Emotion.Joy),
        ("je suis ravie du nouveau débit", Sentiment.Positive, Emotion.Joy),
        ("pas mal du tout votre nouvelle appli", Sentiment.Positive, Emotion.Joy),
        ("ouf, tout est rentré dans l'ordre", Sentiment.Positive, Emotion.Joy),
        ("vous vous foutez de moi ou quoi", Sentiment.Negative, Emotion.Anger),
        ("C'EST INADMISSIBLE", Sentiment.Negative, Emotion.Anger),
        ("c'est du vol pur et simple", Sentiment.Negative, Emotion.Anger),
        ("bande d'incapables", Sentiment.Negative, Emotion.Anger),
        ("pas content du tout", Sentiment.Negative, Emotion.Annoyance),
        ("j'en ai marre d'attendre", Sentiment.Negative, Emotion.Annoyance),
        ("toujours rien", Sentiment.Negative, Emotion.Annoyance),
        ("ça fait 3 semaines que j'attends un retour", Sentiment.Negative, Emotion.Annoyance),
        ("merci pour rien", Sentiment.Negative, Emotion.Annoyance),
        ("Super, encore une panne", Sentiment.Negative, Emotion.Annoyance),
        ("bravo, trois rendez-vous et toujours personne", Sentiment.Negative, Emotion.Annoyance),
        ("mon père est décédé la semaine dernière", Sentiment.Negative, Emotion.Sadness),
        ("je pleure depuis hier, j'ai tout perdu", Sentiment.Negative, Emotion.Sadness),
        ("j'ai très peur de perdre ma ligne", Sentiment.Negative, Emotion.Fear),
        ("ça m'inquiète cette histoire de virement", Sentiment.Negative, Emotion.Fear),
        ("ah bon ? je ne m'attendais pas à ça", Sentiment.Neutral, Emotion.Surprise),
        ("je comprends rien à cette ligne de la facture", Sentiment.Neutral, Emotion.Confusion),
        ("je suis perdue, je clique où ?", Sentiment.Neutral, Emotion.Confusion),
        ("vraiment déçu, on m'avait promis la fibre pour lundi", Sentiment.Negative, Emotion.Disappointment),
        ("quel dommage après 12 ans de fidélité", Sentiment.Negative, Emotion.Disappointment),
        ("le conseiller est adorable et très efficace, mais votre appli est vraiment pourrie", Sentiment.Mixed, Emotion.Annoyance),
    ];

    private static readonly (string Text, Sentiment Sentiment, Emotion Emotion)[] English =
    [
        ("the light on the router is orange", Sentiment.Neutral, Emotion.Neutral),
        ("internet not working since 9", Sentiment.Neutral, Emotion.Neutral),
        ("could you send me the March bill please, thanks", Sentiment.Neutral, Emotion.Neutral),
        ("no problem, take your time", Sentiment.Neutral, Emotion.Neutral),
        ("10 past 4 works for me", Sentiment.Neutral, Emotion.Neutral),
        ("thank you so much for your help", Sentiment.Positive, Emotion.Gratitude),
        ("thx", Sentiment.Positive, Emotion.Gratitude),
        ("you're a star, can't thank you enough", Sentiment.Positive, Emotion.Gratitude),
        ("brilliant, it's working again!", Sentiment.Positive, Emotion.Joy),
        ("really happy with the new speed", Sentiment.Positive, Emotion.Joy),
        ("not bad at all", Sentiment.Positive, Emotion.Joy),
        ("phew, what a relief", Sentiment.Positive, Emotion.Joy),
        ("this is absolutely disgraceful", Sentiment.Negative, Emotion.Anger),
        ("wtf is this charge", Sentiment.Negative, Emotion.Anger),
        ("I AM FURIOUS", Sentiment.Negative, Emotion.Anger),
        ("you people are useless", Sentiment.Negative, Emotion.Anger),
        ("not happy with this", Sentiment.Negative, Emotion.Annoyance),
        ("still waiting for an answer", Sentiment.Negative, Emotion.Annoyance),
        ("this is the third time i explain", Sentiment.Negative, Emotion.Annoyance),
        ("thanks for nothing", Sentiment.Negative, Emotion.Annoyance),
        ("great, another outage", Sentiment.Negative, Emotion.Annoyance),
        ("lovely. two weeks now and still no engineer", Sentiment.Negative, Emotion.Annoyance),
        ("my husband passed away in May", Sentiment.Negative, Emotion.Sadness),
        ("i just sat there crying", Sentiment.Negative, Emotion.Sadness),
        ("i'm really worried about my mum's alarm", Sentiment.Negative, Emotion.Fear),
        ("someone stole my details, i'm panicking", Sentiment.Negative, Emotion.Fear),
        ("wow, didn't expect that", Sentiment.Neutral, Emotion.Surprise),
        ("sorry i don't understand this line", Sentiment.Neutral, Emotion.Confusion),
        ("i'm lost, which one do i press", Sentiment.Neutral, Emotion.Confusion),
        ("really disappointed, i expected better", Sentiment.Negative, Emotion.Disappointment),
        ("what a shame after 10 years", Sentiment.Negative, Emotion.Disappointment),
        ("your advisor was very helpful and friendly but the app is terrible", Sentiment.Mixed, Emotion.Anger),
    ];

    // Nobody who wrote for the corpus has seen these. A model is right in most cases and not in each; when it is right less often than it was, it is worse.
    [Fact]
    public void French_messages_are_read_as_they_are_meant() => AssertMostReadAsMeant(French, "fr");

    [Fact]
    public void English_messages_are_read_as_they_are_meant() => AssertMostReadAsMeant(English, "en");

    [Theory]
    [InlineData("je suis satisfait", "je ne suis pas satisfait")]
    [InlineData("i am pleased", "i am not pleased")]
    [InlineData("j'aime", "j'aime pas")]
    [InlineData("helpful", "never helpful")]
    public void A_negation_turns_a_pleasure_into_its_opposite(string pleased, string displeased) =>
        Assert.True(Valence(displeased) < 0 && Valence(displeased) < Valence(pleased), $"{Valence(pleased)} and {Valence(displeased)}");

    private static readonly (string Weaker, string Stronger)[] Emphasised =
    [
        ("c'est agaçant", "c'est vraiment très agaçant"),
        ("c'est agaçant", "c'est agaçant !!!"),
        ("c'est agaçant", "C'EST AGAÇANT"),
        ("this is annoying", "this is so annoying"),
        ("this is annoying", "THIS IS ANNOYING!!!"),
        ("a bit annoying", "annoying"),
    ];

    [Fact]
    public void Intensifiers_capitals_and_exclamation_marks_mostly_make_it_stronger()
    {
        var wrong = Emphasised.Where(pair => Valence(pair.Stronger) >= Valence(pair.Weaker)).Select(pair => pair.Stronger).ToList();
        Assert.True(wrong.Count <= 1, string.Join(", ", wrong));
    }

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
        var analysis = Analyzer.Analyze("Bonjour, je suis VRAIMENT Déçu", "fr");
        Assert.Contains(analysis.Evidence, evidence => evidence.Text.Contains("Déçu", StringComparison.Ordinal) && evidence.Weight < 0);
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
        Assert.InRange(analysis.Emotions.Sum(emotion => emotion.Probability), 0, 1.002);
        Assert.Equal(analysis.Emotions.OrderByDescending(emotion => emotion.Probability), analysis.Emotions);
        Assert.True(analysis.Evidence.Count <= 5);
        Assert.Equal(analysis.Intensity == 0, analysis.DominantEmotion == Emotion.Neutral);
        Assert.Equal(new CareAnalyzer().Scorer, analysis.Scorer);
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

    private static void AssertMostReadAsMeant((string Text, Sentiment Sentiment, Emotion Emotion)[] messages, string language)
    {
        var read = messages.Select(message => (message, analysis: Analyzer.Analyze(message.Text, language))).ToList();
        var wrong = read.Where(pair => pair.analysis.Sentiment != pair.message.Sentiment || pair.analysis.DominantEmotion != pair.message.Emotion)
            .Select(pair => $"{pair.message.Text}: {pair.analysis.Sentiment}, {pair.analysis.DominantEmotion}")
            .ToList();
        Assert.True(wrong.Count <= 0.25 * messages.Length, string.Join("\n", wrong));
    }
}
