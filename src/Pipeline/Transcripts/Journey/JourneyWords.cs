using System.Globalization;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Journey;

/// <summary>Tells a journey in plain words, in French and in English: which message turned it and why, which one lifted it.</summary>
public static class JourneyWords
{
    /// <summary>The story so far.</summary>
    public static JourneyStory Tell(ConversationState state)
    {
        var journey = state.Journey;
        return new(ConversationArcs.Of(journey), Sentences(French(journey)), Sentences(English(journey)));
    }

    private static IEnumerable<string> French(EmotionalJourney journey)
    {
        if (journey.Trigger is not { } trigger)
        {
            yield return journey.Scored == 0 ? "Le client n'a encore rien écrit." : "L'humeur du client n'a pas basculé.";
        }
        else
        {
            yield return $"L'humeur bascule au message {Number(trigger.Turn)} ({FrenchEmotion(trigger.Emotion)}) : {FrenchCause(trigger)}.";
        }

        if (journey.Repair is { } repair)
        {
            yield return $"Elle remonte grâce au message {Number(repair.Turn)} du conseiller : le client le montre au message {Number(repair.LiftTurn)}.";
            if (journey.Relapsed)
            {
                yield return "Elle retombe ensuite.";
            }
        }
        else if (journey.Trigger is not null)
        {
            yield return "Aucun message ne l'a encore relevée.";
        }

        if (journey.Delights is [.., var delight])
        {
            yield return $"Un moment de plaisir au message {Number(delight.Turn)}.";
        }

        if (journey.Thanked)
        {
            yield return "Le client finit par un vrai merci.";
        }
    }

    private static IEnumerable<string> English(EmotionalJourney journey)
    {
        if (journey.Trigger is not { } trigger)
        {
            yield return journey.Scored == 0 ? "The customer has not written yet." : "The customer's mood did not turn.";
        }
        else
        {
            yield return $"The mood turns at message {Number(trigger.Turn)} ({EnglishEmotion(trigger.Emotion)}): {EnglishCause(trigger)}.";
        }

        if (journey.Repair is { } repair)
        {
            yield return $"The advisor's message {Number(repair.Turn)} lifts it: the customer shows it at message {Number(repair.LiftTurn)}.";
            if (journey.Relapsed)
            {
                yield return "Then it falls again.";
            }
        }
        else if (journey.Trigger is not null)
        {
            yield return "No message has lifted it yet.";
        }

        if (journey.Delights is [.., var delight])
        {
            yield return $"A moment of delight at message {Number(delight.Turn)}.";
        }

        if (journey.Thanked)
        {
            yield return "The customer ends with meant thanks.";
        }
    }

    private static string FrenchCause(TriggerTurn trigger) => trigger.Cause switch
    {
        TriggerCause.Arrival => "le client est arrivé avec",
        TriggerCause.Wait => $"après {Minutes(trigger, "une attente", "{0} min d'attente")}",
        TriggerCause.Refusal => "après un refus, un délai ou des frais",
        TriggerCause.RepeatedQuestion => "on lui a redemandé ce qui était déjà dit",
        TriggerCause.FailedStep => "ce qu'on lui a fait essayer n'a pas marché",
        TriggerCause.Transfer => "on l'a envoyé vers un autre service",
        TriggerCause.Tone => "à cause du ton ou d'une phrase toute faite",
        _ => "la cause n'est pas dans ce qui précède",
    };

    private static string EnglishCause(TriggerTurn trigger) => trigger.Cause switch
    {
        TriggerCause.Arrival => "the customer came with it",
        TriggerCause.Wait => $"after {Minutes(trigger, "a wait", "a wait of {0} min")}",
        TriggerCause.Refusal => "after a no, a delay or a fee",
        TriggerCause.RepeatedQuestion => "they were asked what they had already said",
        TriggerCause.FailedStep => "what they were asked to try did not work",
        TriggerCause.Transfer => "they were sent to another service",
        TriggerCause.Tone => "because of the tone or a ready-made phrase",
        _ => "the cause is not in what came before",
    };

    private static string FrenchEmotion(Emotion emotion) => emotion switch
    {
        Emotion.Anger => "colère",
        Emotion.Annoyance => "agacement",
        Emotion.Sadness => "tristesse",
        Emotion.Fear => "inquiétude",
        Emotion.Surprise => "mauvaise surprise",
        Emotion.Confusion => "incompréhension",
        Emotion.Disappointment => "déception",
        _ => "mécontentement",
    };

    private static string EnglishEmotion(Emotion emotion) => emotion switch
    {
        Emotion.Anger => "anger",
        Emotion.Annoyance => "annoyance",
        Emotion.Sadness => "sadness",
        Emotion.Fear => "worry",
        Emotion.Surprise => "an unpleasant surprise",
        Emotion.Confusion => "confusion",
        Emotion.Disappointment => "disappointment",
        _ => "displeasure",
    };

    private static string Minutes(TriggerTurn trigger, string unknown, string known) => trigger.WaitedSeconds < 60
        ? unknown
        : string.Format(CultureInfo.InvariantCulture, known, trigger.WaitedSeconds / 60);

    // People count from 1.
    private static string Number(int turn) => (turn + 1).ToString(CultureInfo.InvariantCulture);

    private static string Sentences(IEnumerable<string> sentences) => string.Join(' ', sentences);
}
