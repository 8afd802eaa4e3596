using System.Runtime.CompilerServices;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Training.Rescoring;

/// <summary>
/// Scores the messages of stored conversations again and says what changed. Nothing is written; one conversation is held at a time. The same
/// conversations and the same candidate give the same lines.
/// </summary>
/// <param name="stored">The conversations.</param>
/// <param name="candidate">The scorer to compare with.</param>
/// <param name="asked">What was asked.</param>
internal sealed class RescoreRun(IStoredConversations stored, Candidate candidate, RunLine asked)
{
    /// <summary>Why a message is not scored again: its content was taken away, and its score with it.</summary>
    public const string Deleted = "deleted";

    /// <summary>Why a message is not scored again: there is no score that could be compared with.</summary>
    public const string NeverScored = "never scored";

    /// <summary>Why a conversation is not scored again: the list names it, and it is not there.</summary>
    public const string Gone = "conversation not there";

    /// <summary>The days of the run, the last one first.</summary>
    public static IEnumerable<DateOnly> Days(RunLine asked)
    {
        for (var day = asked.Until; day >= asked.Since; day = day.AddDays(-1))
        {
            yield return day;
        }
    }

    /// <summary>The lines of the conversations that started on a day; the last one says that the day was done.</summary>
    public async IAsyncEnumerable<RescoreLine> DayAsync(DateOnly day, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var conversations = 0;
        var scorers = new SortedDictionary<string, Agreement>(StringComparer.Ordinal);
        await foreach (var summary in stored.ListDayAsync(day, cancellationToken))
        {
            if (asked.Brand is { } brand && summary.Brand != brand)
            {
                continue;
            }

            if (await stored.ReadAsync(summary.Key, cancellationToken) is not { } transcript)
            {
                yield return new UnscoredLine(summary.Key, null, Gone);
                continue;
            }

            conversations++;
            foreach (var line in Compare(transcript, scorers))
            {
                yield return line;
            }
        }

        yield return new DayLine(day, conversations, scorers);
    }

    private List<RescoreLine> Compare(ConversationTranscript transcript, SortedDictionary<string, Agreement> scorers)
    {
        var key = transcript.Conversation.Key;
        var lines = new List<RescoreLine>();
        var scores = new Dictionary<string, TextAnalysis>(StringComparer.Ordinal);
        var differs = false;
        foreach (var message in transcript.Messages.Where(message => message is { Sender.Role: SenderRole.Customer, Kind: MessageKind.Message }))
        {
            if (message.DeletedAt is not null)
            {
                lines.Add(new UnscoredLine(key, message.Id, Deleted));
            }
            else if (message.Analysis is { } score)
            {
                var fresh = candidate.Analyze(message.Text, message.LanguageHint);
                var agreement = AgreementOf(key, message, score, fresh, lines);
                scorers[score.Scorer] = scorers.GetValueOrDefault(score.Scorer) + agreement;
                scores[message.Id] = fresh;
                differs |= agreement.Identical == 0;
            }
            else if (!string.IsNullOrWhiteSpace(message.Text))
            {
                lines.Add(new UnscoredLine(key, message.Id, NeverScored));
            }
        }

        if (differs && ConversationComparison.Changes(transcript, scores) is { Count: > 0 } changes)
        {
            lines.Add(new ConversationLine(key, changes));
        }

        return lines;
    }

    private Agreement AgreementOf(string key, TranscriptMessage message, TextAnalysis score, TextAnalysis fresh, List<RescoreLine> lines)
    {
        if (MessageComparison.AreIdentical(score, fresh))
        {
            return new(1, 0, 0);
        }

        var changes = MessageComparison.Changes(score, fresh, asked.Tolerance);
        if (changes.Count == 0)
        {
            return new(0, 1, 0);
        }

        lines.Add(new MessageLine(
            key, message.Id, message.SentAt, changes, Shown(score), Shown(fresh), asked.ShowText ? message.Text : null));
        return new(0, 0, 1);
    }

    // The words that carried a score are words of the text.
    private TextAnalysis Shown(TextAnalysis analysis) => asked.ShowText ? analysis : analysis with { Evidence = [] };
}
