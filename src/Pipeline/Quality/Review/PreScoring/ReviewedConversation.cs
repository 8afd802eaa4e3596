using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Review.PreScoring;

/// <summary>A turn as the rules look at it.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Role">Who wrote.</param>
/// <param name="At">When.</param>
/// <param name="Text">The masked text.</param>
/// <param name="Plain">Its words, folded, each with a space before it.</param>
/// <param name="Analysis">What was found in a customer's, as persons corrected it.</param>
internal sealed record ReviewedTurn(string Id, SenderRole Role, DateTimeOffset At, string Text, string Plain, TextAnalysis? Analysis)
{
    public bool IsCustomers => Role == SenderRole.Customer;

    public bool IsAdvisors => Role == SenderRole.Advisor;
}

/// <summary>A conversation as the rules look at it.</summary>
internal sealed class ReviewedConversation
{
    // An advisor marks a deviation when they write it or just after.
    private static readonly TimeSpan MarkedWithin = TimeSpan.FromMinutes(5);

    public ReviewedConversation(ConversationRecord record, IToneReading tone)
    {
        State = record.Transcript.State;
        Language = State.Language == "en" ? "en" : "fr";
        Tone = tone;
        Cues = ReviewCues.Of(Language);
        Turns =
        [
            .. record.Transcript.Messages
                .Where(message => message is { Kind: MessageKind.Message, DeletedAt: null } && message.Sender.Role != SenderRole.System)
                .Select(message => new ReviewedTurn(
                    message.Id, message.Sender.Role, message.SentAt, message.Text, PlainWords.Of(message.Text), message.Analysis)),
        ];
        Deviations = [.. record.Feedback.Where(entry => entry.Kind == FeedbackKind.HorsCadre).Select(entry => entry.At)];
        DeviationTurns = Turns.Where(turn => turn.IsAdvisors
            && Deviations.Any(at => turn.At <= at + MarkedWithin && turn.At >= at - MarkedWithin)).Select(turn => turn.Id).ToHashSet(StringComparer.Ordinal);
    }

    public ConversationState State { get; }

    public string Language { get; }

    public IToneReading Tone { get; }

    public ReviewCues Cues { get; }

    /// <summary>What customer, advisors and bots wrote, in order.</summary>
    public IReadOnlyList<ReviewedTurn> Turns { get; }

    /// <summary>When the advisor marked that they left the frame.</summary>
    public IReadOnlyList<DateTimeOffset> Deviations { get; }

    /// <summary>The advisor's messages around these moments.</summary>
    public IReadOnlySet<string> DeviationTurns { get; }

    public IEnumerable<ReviewedTurn> Advisors => Turns.Where(turn => turn.IsAdvisors);

    /// <summary>The advisors' turns after a place, up to the customer's next but <paramref name="customers"/> turns.</summary>
    public IEnumerable<ReviewedTurn> AnswersAfter(int place, int customers = 0)
    {
        var seen = 0;
        var answered = false;
        for (var index = place + 1; index < Turns.Count; index++)
        {
            if (Turns[index].IsAdvisors)
            {
                answered = true;
                yield return Turns[index];
            }
            else if (Turns[index].IsCustomers && answered && seen++ >= customers)
            {
                yield break;
            }
        }
    }
}
