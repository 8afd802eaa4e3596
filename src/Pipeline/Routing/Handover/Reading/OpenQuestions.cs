using Pipeline.Messages;

namespace Pipeline.Routing.Handover.Reading;

/// <summary>
/// Finds questions without an answer. A customer's is answered once an advisor has since said something of the matter: no question, no request
/// for patience, no courtesy. A bot's words answer none: the next reader is a person. An advisor's or a bot's is answered once the customer has
/// written anything but a question.
/// </summary>
internal static class OpenQuestions
{
    private const int MostOfEach = 3;
    private const int FewestWords = 3;

    /// <summary>The newest of them, oldest first.</summary>
    public static IReadOnlyList<HandoverQuestion> In(IReadOnlyList<SpokenMessage> messages, HandoverCues cues)
    {
        var answeredUpTo = LastPlace(messages, message => message.Role == SenderRole.Advisor && message.Sentences.Any(sentence => Answers(sentence, cues)));
        var repliedUpTo = LastPlace(messages, message => message.IsCustomer && message.Sentences.Any(sentence => !sentence.IsQuestion));
        var open = messages
            .Select((message, place) => (message, place))
            .Where(said => said.place > (said.message.IsCustomer ? answeredUpTo : repliedUpTo))
            .SelectMany(said => said.message.Sentences
                .Where(sentence => sentence.IsQuestion && sentence.Words >= FewestWords && !sentence.Has(cues.Calling))
                .Select(sentence => (said.place, question: new HandoverQuestion(said.message.Id, said.message.Role, Quote.Of(sentence.Text)))))
            .ToList();
        return
        [
            .. open.Where(found => found.question.By == SenderRole.Customer).TakeLast(MostOfEach)
                .Concat(open.Where(found => found.question.By != SenderRole.Customer).TakeLast(MostOfEach))
                .OrderBy(found => found.place)
                .Select(found => found.question),
        ];
    }

    private static bool Answers(SpokenSentence sentence, HandoverCues cues) =>
        !sentence.IsQuestion && sentence.Words >= FewestWords && !sentence.Has(cues.Holding) && !sentence.Has(cues.Courtesy);

    private static int LastPlace(IReadOnlyList<SpokenMessage> messages, Func<SpokenMessage, bool> holds)
    {
        for (var place = messages.Count - 1; place >= 0; place--)
        {
            if (holds(messages[place]))
            {
                return place;
            }
        }

        return -1;
    }
}
