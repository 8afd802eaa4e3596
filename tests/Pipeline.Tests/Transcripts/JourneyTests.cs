using Pipeline.Messages;
using Pipeline.Tests.Support;
using Pipeline.Transcripts;
using Pipeline.Transcripts.Journey;

namespace Pipeline.Tests.Transcripts;

/// <summary>Worked examples of the emotional journey. The feelings are given, so that the rules alone are tested.</summary>
public sealed class JourneyTests
{
    private static readonly MessageAnalyzed Question = Said.Customer(0, "Bonjour, le voyant de ma box clignote");
    private static readonly MessageAnalyzed Anger = Said.Customer(100, "Non mais vous plaisantez, j'en ai vraiment assez de cette histoire", -0.8);
    private static readonly MessageAnalyzed Fix = Said.Advisor(160, "C'est réparé : la carte de votre prise était débranchée, je l'ai remise et la ligne remonte à 300 Mb/s.");
    private static readonly MessageAnalyzed Joy = Said.Customer(200, "génial ça remarche du tonnerre, merci à vous", 0.7);

    [Fact]
    public void The_mood_turns_at_the_first_clear_displeasure_and_the_fix_lifts_it()
    {
        var journey = Journey(Question, Said.Advisor(40, "Un instant."), Anger, Fix, Joy);

        Assert.Equal((2, "m-100", Emotion.Anger), (journey.Trigger!.Turn, journey.Trigger.MessageId, journey.Trigger.Emotion));
        Assert.Equal((3, 4), (journey.Repair!.Turn, journey.Repair.LiftTurn));
        Assert.Equal("m-160", journey.Repair.MessageId);
        Assert.Equal(1.5, journey.Repair.Gain, 9);
        Assert.Equal(ConversationArc.Repair, ConversationArcs.Of(journey));
    }

    [Fact]
    public void A_report_of_a_fault_is_no_trigger()
    {
        var journey = Journey(Question, Said.Advisor(40, "Depuis quand ?"), Said.Customer(60, "depuis ce matin", -0.2));

        Assert.Null(journey.Trigger);
        Assert.Equal(ConversationArc.Calm, ConversationArcs.Of(journey));
    }

    [Theory]
    [InlineData(30, "Malheureusement ce n'est pas pris en charge.", "Non mais c'est du grand n'importe quoi votre contrat", TriggerCause.Refusal)]
    [InlineData(30, "Je vous transfère à un autre service.", "On me balade de gauche à droite depuis ce matin, ça suffit", TriggerCause.Transfer)]
    [InlineData(30, "Débranchez la box puis rebranchez-la.", "Toujours pareil, c'est lamentable votre matériel franchement", TriggerCause.FailedStep)]
    [InlineData(30, "Que fait le voyant de votre box ?", "Je vous l'ai déjà dit, il clignote, lisez un peu", TriggerCause.RepeatedQuestion)]
    [InlineData(30, "Nous vous remercions de votre fidélité.", "Mais quel mépris envers les gens, c'est incroyable", TriggerCause.Tone)]
    [InlineData(-1, "", "Bonjour, je suis furieux contre vous et votre réseau pourri", TriggerCause.Arrival)]
    public void The_cause_is_what_came_just_before(int second, string answer, string complaint, TriggerCause cause)
    {
        var complained = Said.Customer(60, complaint, -0.8);
        var journey = second < 0 ? Journey(complained) : Journey(Question, Said.Advisor(second, answer), complained);

        Assert.Equal(cause, journey.Trigger?.Cause);
        Assert.Equal(second < 0 ? null : $"m-{second}", journey.Trigger!.AfterMessageId);
    }

    [Fact]
    public void A_customer_left_waiting_is_angry_at_the_wait()
    {
        var journey = Journey(Question, Said.Advisor(30, "Je regarde."), Said.Customer(40, "ok"), Said.Customer(500, "Il y a quelqu'un ou bien je parle au mur depuis tout à l'heure ?", -0.7));

        Assert.Equal(TriggerCause.Wait, journey.Trigger?.Cause);
        Assert.Equal(460, journey.Trigger!.WaitedSeconds);
    }

    [Fact]
    public void Grief_that_a_customer_brings_is_no_turn_of_the_mood()
    {
        var grief = Said.Customer(0, "Ma femme vient de mourir et je ne sais pas comment continuer", -0.9, "bereavement", "bereavement");
        grief = grief with { Analysis = grief.Analysis! with { Emotions = [new(Emotion.Sadness, 0.95)] } };

        Assert.Null(Journey(grief).Trigger);
    }

    [Fact]
    public void Thanks_as_a_formula_are_no_lift()
    {
        var formula = Said.Customer(200, "ok merci bonne journée", 0.5);
        formula = formula with { Analysis = formula.Analysis! with { Emotions = [new(Emotion.Gratitude, 0.9)], Intensity = 1 } };

        Assert.Null(Journey(Question, Said.Advisor(40, "Un instant."), Anger, Said.Advisor(160, "Voilà."), formula).Repair);
    }

    [Fact]
    public void The_message_with_the_fix_is_credited_and_not_the_short_one_after_it()
    {
        var journey = Journey(
            Question, Said.Advisor(40, "Un instant."), Anger, Fix, Said.Customer(180, "300, vraiment ?"), Said.Advisor(190, "Oui."), Joy);

        Assert.Equal(3, journey.Repair?.Turn);
    }

    [Fact]
    public void The_fix_is_not_credited_when_displeasure_answered_it()
    {
        var journey = Journey(
            Question, Said.Advisor(40, "Un instant."), Anger, Fix, Said.Customer(180, "non, rien du tout, vous racontez n'importe quoi", -0.8),
            Said.Advisor(190, "Et maintenant ?"), Joy);

        Assert.Equal(5, journey.Repair?.Turn);
    }

    [Fact]
    public void A_mood_that_turns_again_after_the_repair_is_told()
    {
        var journey = Journey(
            Question, Said.Advisor(40, "Un instant."), Anger, Fix, Joy, Said.Advisor(260, "Malheureusement il y a 40 euros de frais."),
            Said.Customer(300, "QUOI ? Vous vous moquez de moi, encore des frais !!!", -0.9), Said.Customer(320, "c'est une honte absolue", -0.9));

        Assert.True(journey.Relapsed);
        Assert.Equal(3, journey.Repair?.Turn);
        Assert.Equal(ConversationArc.Mixed, ConversationArcs.Of(journey));
    }

    [Fact]
    public void Streaks_and_trend_follow_the_customer()
    {
        var sinking = Journey(Question, Said.Customer(20, "bof", -0.4), Anger);
        Assert.Equal((2, 0), (sinking.NegativeStreak, sinking.PositiveStreak));
        Assert.True(sinking.Trend < 0);

        var rising = Journey(Question, Anger, Fix, Joy, Said.Customer(220, "au top vraiment", 0.8));
        Assert.Equal((0, 2), (rising.NegativeStreak, rising.PositiveStreak));
        Assert.True(rising.Trend > 0);
    }

    [Fact]
    public void A_word_without_feeling_weighs_less_than_one_with()
    {
        var afterOk = Journey(Anger, Said.Customer(120, "ok"));
        Assert.Equal(-0.64, afterOk.Smoothed, 9);
        Assert.Equal(-0.4, Journey(Anger, Said.Customer(120, "bah voilà", 0.001)).Smoothed, 2);
    }

    [Fact]
    public void Delight_and_thanks_are_marked_with_the_message_before()
    {
        var thanks = Said.Customer(220, "un immense merci Nadia", 0.8);
        thanks = thanks with { Analysis = thanks.Analysis! with { Emotions = [new(Emotion.Gratitude, 0.9)] } };
        var journey = Journey(Question, Fix, Joy, thanks);

        Assert.Equal(new DelightMoment(2, "m-200", "m-160"), Assert.Single(journey.Delights));
        Assert.True(journey.Thanked);
        Assert.True(Journey(Question, Fix, Joy, thanks, Said.Customer(230, "bonne soirée")).Thanked);
        Assert.False(Journey(Question, Fix, Joy, thanks, Said.Customer(230, "ah"), Said.Customer(240, "et la télé ?")).Thanked);
    }

    [Fact]
    public void A_journey_longer_than_the_window_still_knows_where_it_turned()
    {
        List<MessageAnalyzed> messages = [Question, Said.Advisor(40, "Un instant."), Anger];
        for (var second = 110; second < 1500; second += 10)
        {
            messages.Add(second % 20 == 0 ? Said.Advisor(second, "Je regarde.") : Said.Customer(second, "ok"));
        }

        messages.Add(Said.Advisor(1600, Fix.Text));
        messages.Add(Said.Customer(1700, Joy.Text, 0.7));
        var journey = Journey([.. messages]);

        Assert.Equal(2, journey.Trigger?.Turn);
        Assert.Equal(messages.Count - 2, journey.Repair?.Turn);
    }

    [Fact]
    public void The_story_names_the_messages_as_people_count_them()
    {
        var state = State(Question, Said.Advisor(40, "Malheureusement ce n'est pas possible."), Anger, Fix, Joy);
        var story = JourneyWords.Tell(state);

        Assert.Equal(
            "L'humeur bascule au message 3 (colère) : après un refus, un délai ou des frais. Elle remonte grâce au message 4 du conseiller : "
                + "le client le montre au message 5. Un moment de plaisir au message 5.",
            story.French);
        Assert.Equal(
            "The mood turns at message 3 (anger): after a no, a delay or a fee. The advisor's message 4 lifts it: the customer shows it at "
                + "message 5. A moment of delight at message 5.",
            story.English);
    }

    private static EmotionalJourney Journey(params MessageAnalyzed[] messages) => State(messages).Journey;

    private static ConversationState State(params MessageAnalyzed[] messages) => new ConversationTimeline(messages).Fold()[^1].State;
}
