using Pipeline.Scoring;

namespace Pipeline.Tests.Scoring;

public sealed class SignGrammarTests
{
    private static readonly CareAnalyzer Analyzer = new();

    [Theory]
    [InlineData("jveu parlé a kelkun")]
    [InlineData("g besoin d'un consieller")]
    [InlineData("mettez moi un etre humain")]
    [InlineData("desactivez ce chatbot")]
    [InlineData("i wnat to speak to an agnet")]
    [InlineData("can i talk 2 sum1 real")]
    [InlineData("i dont want to talk to a machine")]
    public void A_wish_is_heard_with_slips_of_the_keyboard_and_spellings_of_chats(string text) => Assert.Contains("wants_human", Signals(text));

    [Theory]
    [InlineData("my manager told me to write to you")]
    [InlineData("mon responsable m'a dit de vous écrire")]
    [InlineData("je cherche une personne pour m'accompagner au stade")]
    [InlineData("the robot vacuum won't join the wifi")]
    [InlineData("le prélèvement automatique est passé deux fois")]
    [InlineData("j'ai parlé à un conseiller hier, il était très bien")]
    public void Words_that_only_look_like_a_wish_are_none(string text) => Assert.DoesNotContain("wants_human", Signals(text));

    [Theory]
    [InlineData("y a quelqu'un ?")]
    [InlineData("hello, is anybody there?")]
    public void Whether_anybody_is_there_is_a_question_of_its_own(string text)
    {
        Assert.Contains("asks_for_presence", Signals(text));
        Assert.DoesNotContain("wants_human", Signals(text));
    }

    [Theory]
    [InlineData("contradictory_info", "le premier conseiller m'a dit oui, le second m'a dit le contraire")]
    [InlineData("contradictory_info", "three agents, three stories")]
    [InlineData("chased_often", "c'est la quatrième fois que je vous relance")]
    [InlineData("chased_often", "I've emailed you five times about this")]
    [InlineData("cross_service", "on me balade de service en service")]
    [InlineData("cross_service", "the courier says ask the sender, you say ask the courier")]
    [InlineData("exhausted_steps", "j'ai tout essayé, rien n'y fait")]
    [InlineData("exhausted_steps", "I've been through all the steps twice")]
    [InlineData("broken_promise", "on m'avait promis un rappel")]
    [InlineData("broken_promise", "I was promised a call")]
    [InlineData("fraud_risk", "j'ai donné le code reçu par sms à un faux conseiller")]
    [InlineData("fraud_risk", "there's a new SIM on my account that I never ordered")]
    [InlineData("lost_device", "on m'a piqué mon tel dans le métro")]
    [InlineData("lost_device", "my phone has just been nicked")]
    [InlineData("nothing_given", "j'ai reçu un mail bizarre, je n'ai pas cliqué")]
    [InlineData("nothing_given", "odd text, I didn't click, is it a scam?")]
    [InlineData("vulnerable", "ma mère de 91 ans vit seule")]
    [InlineData("vulnerable", "my dad is 88 and lives alone")]
    [InlineData("legal_threat", "je vous ai mis en demeure")]
    [InlineData("legal_threat", "I'm sending a letter before action")]
    [InlineData("intends_to_leave", "je pars à la concurrence")]
    [InlineData("intends_to_leave", "I'm switching to another network")]
    [InlineData("cut_off", "plus de téléphone depuis trois jours")]
    [InlineData("cut_off", "the landline has been dead since this morning")]
    [InlineData("several_issues", "j'ai deux problèmes")]
    [InlineData("several_issues", "I have three questions")]
    [InlineData("other_parties", "le syndic refuse l'accès")]
    [InlineData("other_parties", "the landlord won't let anyone in")]
    [InlineData("contrast", "le site dit livré mais je n'ai rien")]
    [InlineData("contrast", "it says delivered but I have nothing")]
    public void A_sign_is_read(string signal, string text) => Assert.Contains(signal, Signals(text));

    [Theory]
    [InlineData("my manager told me to switch plan")]
    [InlineData("the engineer called this morning")]
    [InlineData("j'ai parlé à une dame hier qui m'a tout expliqué")]
    [InlineData("le livreur doit me rappeler avant de passer")]
    public void What_others_said_or_did_is_no_wish_for_a_person(string text) => Assert.DoesNotContain("wants_human", Signals(text));

    [Fact]
    public void A_message_that_takes_explaining_is_told_by_its_length()
    {
        Assert.DoesNotContain("long_account", Signals(Words(19)));
        Assert.Contains("long_account", Signals(Words(20)));
        Assert.Contains("very_long_account", Signals(Words(26)));
    }

    [Theory]
    [InlineData("legal_threat", "my mum has power of attorney")]
    [InlineData("fraud_risk", "c'est du vol, c'est une arnaque")]
    [InlineData("chased_often", "je paie en trois fois")]
    [InlineData("safety", "boring film, sparks joy")]
    public void Harmless_words_are_no_sign(string signal, string text) => Assert.DoesNotContain(signal, Signals(text));

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("box", count));

    private static IReadOnlyList<string> Signals(string text) => Analyzer.Analyze(text, null).Signals;
}
