using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Delivery;

/// <summary>Cuts an outcome to what its advisor is shown, and a bot may say.</summary>
public sealed class AudibleOutcome(ISpeakingPolicy policy, ISuggestionSources sources)
{
    /// <summary>
    /// What is told: suggestions that are sure enough for the level and still in the library, and nothing for a bot to say once a person has
    /// taken over; null when that leaves nothing to tell.
    /// </summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="standing">The conversation as it stands now, at the moment of sending.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ConversationEvent?> OfAsync(
        ConversationEvent outcome, ConversationStanding standing, CancellationToken cancellationToken)
    {
        if (outcome is ConversationRouted { OutOfHours: not null } routed && standing.Floor.IsTakenOver)
        {
            return routed with { OutOfHours = null };
        }

        if (outcome is not RepliesSuggested { Suggestions.Count: > 0 } replies)
        {
            return outcome;
        }

        var told = new List<Suggestion>();
        foreach (var suggestion in await policy.AudibleAsync(
            replies.Suggestions, replies.Conversation.Brand, standing.Assignment?.AdvisorLevel, cancellationToken))
        {
            if (await sources.IsOfferedAsync(suggestion.Source, replies.Language, exactly: false, cancellationToken))
            {
                told.Add(suggestion);
            }
        }

        // None takes the place of earlier ones too.
        return told.Count > 0 || replies.Replaces ? replies with { Suggestions = told } : null;
    }
}
