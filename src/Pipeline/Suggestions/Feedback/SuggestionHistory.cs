using System.Runtime.CompilerServices;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Suggestions.Speaking;

namespace Pipeline.Suggestions.Feedback;

/// <summary>A closed conversation, as far as it tells what suggestions brought.</summary>
/// <param name="Brand">The brand.</param>
/// <param name="Level">The level of its advisor; null when not known.</param>
/// <param name="AdvisorId">The advisor: only ever counted, to see whether a group is large enough to be shown.</param>
/// <param name="HeldOut">Whether nothing was shown in it.</param>
/// <param name="Moments">The answers for which something was found.</param>
/// <param name="LastValence">The customer's valence in their last message, -1 to 1; null when none was scored.</param>
/// <param name="Feedback">What its advisors told.</param>
public sealed record ObservedConversation(
    string Brand,
    AdvisorLevel? Level,
    string? AdvisorId,
    bool HeldOut,
    IReadOnlyList<AnsweredMoment> Moments,
    double? LastValence,
    IReadOnlyList<FeedbackEntry> Feedback);

/// <summary>Reads what became of suggestions, from the conversations themselves: two queries a conversation.</summary>
public sealed class SuggestionHistory(ITables tables, ITranscripts transcripts, ISpeakingPolicy policy)
{
    private const int PageSize = 200;

    /// <summary>The closed conversations that started on these days (UTC), newest first.</summary>
    public async IAsyncEnumerable<ObservedConversation> ReadAsync(
        DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var transcript in TranscriptsAsync(from, to, cancellationToken))
        {
            yield return await ObserveAsync(transcript, cancellationToken);
        }
    }

    /// <summary>The same conversations, whole.</summary>
    public async IAsyncEnumerable<ConversationTranscript> TranscriptsAsync(
        DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var day = to; day >= from; day = day.AddDays(-1))
        {
            string? continuation = null;
            do
            {
                var page = await transcripts.ListDayAsync(day, PageSize, continuation, cancellationToken);
                foreach (var summary in page.Conversations.Where(summary => summary.ClosedAt is not null))
                {
                    if (await transcripts.ReadAsync(summary.Key, cancellationToken) is { } transcript)
                    {
                        yield return transcript;
                    }
                }

                continuation = page.Continuation;
            }
            while (continuation is not null);
        }
    }

    /// <summary>What a conversation tells of its suggestions. One query.</summary>
    public async Task<ObservedConversation> ObserveAsync(ConversationTranscript transcript, CancellationToken cancellationToken)
    {
        var feedback = new List<FeedbackEntry>();
        await foreach (var row in tables.ReadAllAsync(
            TableNames.Conversations, TableQuery.Prefix(transcript.Conversation.Key, ConversationRowKeys.FeedbackPrefix), cancellationToken))
        {
            feedback.Add(FeedbackEntry.Read(row));
        }

        var level = transcript.Assignment?.AdvisorLevel;
        return new(
            transcript.Conversation.Brand,
            level,
            transcript.Assignment?.AdvisorId,
            await IsHeldOutAsync(transcript, cancellationToken),
            AnswerMatching.Of(transcript, found => policy.Audible(found, level)),
            transcript.Messages.LastOrDefault(message => message is { Sender.Role: SenderRole.Customer, Analysis: not null })?.Analysis!.Valence,
            feedback);
    }

    /// <summary>As the rows say it: the setting may have been another one then.</summary>
    private async Task<bool> IsHeldOutAsync(ConversationTranscript transcript, CancellationToken cancellationToken) =>
        transcript.Messages.FirstOrDefault(message => message.Suggestions is not null) is { } first
        && (await StoredSuggestions.FindAsync(
            tables, transcript.Conversation.Key, ConversationKeys.Order(first.SentAt, first.Id), cancellationToken))?.HeldOut == true;
}
