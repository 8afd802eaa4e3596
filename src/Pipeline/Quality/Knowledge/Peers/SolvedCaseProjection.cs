using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Storage;

namespace Pipeline.Quality.Knowledge.Peers;

/// <summary>
/// Keeps who solved what: of a closed conversation that was resolved, the words that carry its matter and the advisor who had it. Whether that advisor is ever
/// named to others is their own choice (<see cref="PeerConsents"/>), asked when somebody looks.
/// </summary>
public sealed class SolvedCaseProjection(ProjectedRows rows, IEnumerable<IConversationMeasurer> measurers) : IConversationProjection
{
    /// <summary>Names its rows among those of a conversation.</summary>
    internal const string Kind = "solved";

    private readonly IConversationMeasurer? _measurer = measurers.LastOrDefault();

    /// <inheritdoc/>
    public string Name => "solved cases";

    /// <inheritdoc/>
    public Task ProjectAsync(ConversationRecord record, CancellationToken cancellationToken)
    {
        var transcript = record.Transcript;
        return rows.WriteAsync(
            record.Key,
            Kind,
            transcript.Assignment?.AdvisorId is { } advisor && IsResolved(record) && SolvedCase.TermsOf(transcript) is { Count: > 0 } terms
                ? [new SolvedCase(record.Key, advisor, transcript.State.Intent, transcript.Assignment.Decision.Skill, terms)
                    .ToRow(transcript.State.Language, transcript.State.ClosedAt ?? transcript.State.LastAt)]
                : [],
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string conversationKey, CancellationToken cancellationToken) =>
        rows.WriteAsync(conversationKey, Kind, [], cancellationToken);

    // Where nobody measures outcomes, meant thanks, joy at the end or a good rating tell.
    private bool IsResolved(ConversationRecord record)
    {
        if (_measurer is not null)
        {
            return _measurer.Measure(record).Outcome == ConversationOutcome.Resolved;
        }

        var state = record.Transcript.State;
        return state.AdvisorMessages > 0
            && (state.Rating is { } rating ? rating >= 4 : state.Journey.Thanked || state.Journey.Last is Emotion.Joy or Emotion.Gratitude);
    }
}
