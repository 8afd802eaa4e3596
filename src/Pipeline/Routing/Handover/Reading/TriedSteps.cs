using Pipeline.Messages;

namespace Pipeline.Routing.Handover.Reading;

/// <summary>
/// Finds what was tried: steps that advisors and bots asked for, each with what the customer answered before they wrote again; and what
/// the customer tells of having tried unasked.
/// </summary>
internal static class TriedSteps
{
    private const int Most = 5;

    /// <summary>The newest of them, oldest first.</summary>
    public static IReadOnlyList<HandoverStep> In(IReadOnlyList<SpokenMessage> messages, HandoverCues cues)
    {
        var steps = new List<HandoverStep>();
        for (var place = 0; place < messages.Count; place++)
        {
            var message = messages[place];
            if (message.IsService && message.Sentences.FirstOrDefault(sentence => IsAsked(sentence, cues)) is { } asked)
            {
                var answer = AnswerTo(messages, place);
                steps.Add(new(message.Id, message.Role, Quote.Of(asked.Text), OutcomeOf(answer, cues)));
            }
            else if (message.IsCustomer
                && !IsAnswer(messages, place, cues)
                && message.Sentences.FirstOrDefault(sentence => !sentence.IsQuestion && (sentence.Has(cues.Step) || sentence.Has(cues.Tried)) && sentence.Has(cues.Did)) is { } told)
            {
                steps.Add(new(message.Id, message.Role, Quote.Of(told.Text), OutcomeOf([message], cues)));
            }
        }

        return [.. steps.TakeLast(Most)];
    }

    // "Je redémarre votre ligne" is the advisor's own doing, "je vous demande de redémarrer" is not.
    private static bool IsAsked(SpokenSentence sentence, HandoverCues cues) =>
        sentence.Has(cues.Step) && (sentence.Has(cues.Asking) || !sentence.Begins(cues.Myself))
        && !sentence.Has(cues.Promise) && !sentence.Has(cues.NotAsked);

    /// <summary>What the customer wrote until the service wrote again about something.</summary>
    private static List<SpokenMessage> AnswerTo(IReadOnlyList<SpokenMessage> messages, int place)
    {
        var answer = new List<SpokenMessage>();
        foreach (var message in messages.Skip(place + 1))
        {
            if (message.IsCustomer)
            {
                answer.Add(message);
            }
            else if (answer.Count > 0)
            {
                break;
            }
        }

        return answer;
    }

    // Whether the service last asked for a step before it.
    private static bool IsAnswer(IReadOnlyList<SpokenMessage> messages, int place, HandoverCues cues) =>
        messages.Take(place).LastOrDefault(message => message.IsService)?.Sentences.Any(sentence => IsAsked(sentence, cues)) == true;

    private static StepOutcome OutcomeOf(IEnumerable<SpokenMessage> answer, HandoverCues cues)
    {
        SpokenSentence[] sentences = [.. answer.SelectMany(message => message.Sentences)];
        return Array.Exists(sentences, sentence => sentence.Has(cues.Failed)) ? StepOutcome.Failed
            : Array.Exists(sentences, sentence => sentence.Has(cues.Worked)) ? StepOutcome.Worked
            : Array.Exists(sentences, sentence => sentence.Has(cues.Did)) ? StepOutcome.Done
            : StepOutcome.Unknown;
    }
}
