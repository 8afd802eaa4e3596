using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Suggestions.Feedback;

namespace Pipeline.Suggestions.Speaking;

/// <summary>The policy of the settings. What was found is kept whole, so that rows depend on messages alone; this cuts it for who looks.</summary>
public sealed class SpeakingPolicy(IOptions<SuggestionOptions> options, BrandWeightsSource weights) : ISpeakingPolicy
{
    /// <summary>How finely conversations are told apart for the hold-out.</summary>
    private const int Buckets = 10_000;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Suggestion>> AudibleAsync(
        IReadOnlyList<Suggestion> suggestions, string brand, AdvisorLevel? level, CancellationToken cancellationToken)
    {
        var learned = await weights.ReadAsync(brand, cancellationToken);
        return Audible(learned.Adjustments.Count == 0 ? suggestions : Adjusted(suggestions, learned), level);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Suggestion> Audible(IReadOnlyList<Suggestion> suggestions, AdvisorLevel? level)
    {
        var limits = options.Value.Speaking.Of(level);
        return [.. suggestions.Where(suggestion => suggestion.Score >= limits.MinimumScore).Take(limits.MaxSuggestions)];
    }

    /// <inheritdoc/>
    public bool IsHeldOut(string conversationKey) => IsHeldOut(options.Value.Speaking, conversationKey);

    /// <summary>Whether a conversation is held out: by a hash of its key, so that it is for as long as it lasts, on every machine.</summary>
    public static bool IsHeldOut(SpeakingOptions options, string conversationKey) =>
        StableHash.Of($"hold-out|{conversationKey}") % Buckets < options.HoldOut * Buckets;

    private static Suggestion[] Adjusted(IReadOnlyList<Suggestion> suggestions, BrandWeights learned) =>
    [
        .. suggestions
            .Select(suggestion => suggestion with
            {
                Score = Math.Round(Math.Clamp(suggestion.Score + learned.Adjustments.GetValueOrDefault(suggestion.Source), 0, 1), 4),
            })
            .OrderByDescending(suggestion => suggestion.Score),
    ];
}
