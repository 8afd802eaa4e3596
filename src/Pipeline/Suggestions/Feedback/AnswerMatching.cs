using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Suggestions.Feedback;

/// <summary>What became of suggestions in an advisor's answer.</summary>
public enum AnswerUse
{
    /// <summary>The advisor found their own words.</summary>
    OwnWords,

    /// <summary>A suggestion is in it, changed.</summary>
    Edited,

    /// <summary>A suggestion was sent as it was.</summary>
    Verbatim,
}

/// <summary>An advisor's answer to a customer, beside what was suggested for it.</summary>
/// <param name="MessageId">The answered message of the customer.</param>
/// <param name="AnswerId">The advisor's message.</param>
/// <param name="Offered">What was found for the answered message; shown, unless the conversation is held out.</param>
/// <param name="Use">What became of it.</param>
/// <param name="Used">The suggestion that the answer is closest to; null for own words.</param>
/// <param name="Distance">How much of it was changed, 0 to 1; 1 for own words.</param>
/// <param name="Waited">From the first unanswered message to the answer.</param>
/// <param name="Before">The customer's valence in the answered message, -1 to 1; null when it was not scored.</param>
/// <param name="After">The customer's valence in the next message; null when there is none.</param>
public sealed record AnsweredMoment(
    string MessageId,
    string AnswerId,
    IReadOnlyList<Suggestion> Offered,
    AnswerUse Use,
    Suggestion? Used,
    double Distance,
    TimeSpan Waited,
    double? Before,
    double? After);

/// <summary>
/// Finds in an advisor's sent text what was suggested for it, from the transcript alone: a platform that tells nothing but messages is enough,
/// and it can be done again for any conversation of the past.
/// </summary>
public static class AnswerMatching
{
    /// <summary>Under this distance a text is the suggestion: a name or a comma may have been put in.</summary>
    public const double VerbatimBelow = 0.05;

    /// <summary>The share of a suggestion's words that an answer must have, for the suggestion to be in it.</summary>
    public const double WordsOfIt = 0.6;

    /// <summary>Every first answer of an advisor to a customer's message for which something was suggested.</summary>
    /// <param name="transcript">The conversation.</param>
    /// <param name="audible">Cuts what was found to what the advisor was shown.</param>
    public static IReadOnlyList<AnsweredMoment> Of(
        ConversationTranscript transcript, Func<IReadOnlyList<Suggestion>, IReadOnlyList<Suggestion>> audible) =>
        [.. Answers(transcript, audible).Where(moment => moment.Offered.Count > 0)];

    /// <summary>Every first answer of an advisor to a customer's message, also where nothing was suggested.</summary>
    /// <param name="transcript">The conversation.</param>
    /// <param name="audible">Cuts what was found to what the advisor was shown.</param>
    public static IReadOnlyList<AnsweredMoment> Answers(
        ConversationTranscript transcript, Func<IReadOnlyList<Suggestion>, IReadOnlyList<Suggestion>> audible)
    {
        var moments = new List<AnsweredMoment>();
        TranscriptMessage[] said =
        [
            .. transcript.Messages.Where(message => message is { Kind: MessageKind.Message, DeletedAt: null, Sender.Role: SenderRole.Customer or SenderRole.Advisor }),
        ];
        TranscriptMessage? waiting = null;
        for (var index = 0; index < said.Length; index++)
        {
            var message = said[index];
            if (message.Sender.Role == SenderRole.Customer)
            {
                waiting ??= message;
                continue;
            }

            if (waiting is not null)
            {
                var offered = said[index - 1].Suggestions is { } found ? audible(found) : [];
                moments.Add(Compare(said[index - 1], message, offered, message.SentAt - waiting.SentAt, After(said, index)));
            }

            waiting = null;
        }

        return moments;
    }

    /// <summary>What became of suggestions in a text.</summary>
    public static (AnswerUse Use, Suggestion? Used, double Distance) Match(IReadOnlyList<Suggestion> offered, string text)
    {
        var words = Words(text);
        Suggestion? used = null;
        var least = 1.0;
        foreach (var suggestion in offered)
        {
            var own = Words(suggestion.Text);
            if (own.Count(words.Contains) >= WordsOfIt * own.Count && EditDistance.Of(suggestion.Text, text) is var distance && distance < least)
            {
                (used, least) = (suggestion, distance);
            }
        }

        return used is null ? (AnswerUse.OwnWords, null, 1) : (least < VerbatimBelow ? AnswerUse.Verbatim : AnswerUse.Edited, used, least);
    }

    private static AnsweredMoment Compare(
        TranscriptMessage answered, TranscriptMessage answer, IReadOnlyList<Suggestion> offered, TimeSpan waited, double? after)
    {
        var (use, used, distance) = Match(offered, answer.Text);
        return new(answered.Id, answer.Id, offered, use, used, distance, waited, answered.Analysis?.Valence, after);
    }

    private static double? After(TranscriptMessage[] said, int index) =>
        said.Skip(index + 1).FirstOrDefault(message => message.Sender.Role == SenderRole.Customer)?.Analysis?.Valence;

    private static HashSet<string> Words(string text) => text
        .Split([.. text.Where(character => !char.IsLetterOrDigit(character)).Distinct()], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.ToLowerInvariant())
        .ToHashSet(StringComparer.Ordinal);
}
