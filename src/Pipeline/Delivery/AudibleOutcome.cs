using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Delivery;

/// <summary>Cuts an outcome to what its advisor is shown.</summary>
public sealed class AudibleOutcome(ISpeakingPolicy policy, ISuggestionSources sources)
{
    /// <summary>What is told: suggestions that are sure enough for the level and still in the library; null when that leaves nothing to tell.</summary>
    public async Task<ConversationEvent?> OfAsync(ConversationEvent outcome, AdvisorLevel? level, CancellationToken cancellationToken)
    {
        if (outcome is not RepliesSuggested { Suggestions.Count: > 0 } replies)
        {
            return outcome;
        }

        var told = new List<Suggestion>();
        foreach (var suggestion in await policy.AudibleAsync(
            replies.Suggestions, replies.Conversation.Brand, level, cancellationToken))
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
