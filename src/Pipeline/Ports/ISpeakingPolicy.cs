using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>Decides how much of what was found is said.</summary>
public interface ISpeakingPolicy
{
    /// <summary>
    /// What an advisor of a level is shown, best first; none when nothing is sure enough for them. What was learned of the brand's advisors
    /// counts in the scores.
    /// </summary>
    ValueTask<IReadOnlyList<Suggestion>> AudibleAsync(
        IReadOnlyList<Suggestion> suggestions, string brand, AdvisorLevel? level, CancellationToken cancellationToken);

    /// <summary>The same by the scores as they were found.</summary>
    /// <param name="suggestions">What was found, best first.</param>
    /// <param name="level">The level; null when not known, which counts as the configured default.</param>
    IReadOnlyList<Suggestion> Audible(IReadOnlyList<Suggestion> suggestions, AdvisorLevel? level);

    /// <summary>Whether a conversation is held out: nothing is shown in it, so that what suggestions bring can be measured.</summary>
    bool IsHeldOut(string conversationKey);
}
