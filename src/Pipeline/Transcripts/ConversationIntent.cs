using Pipeline.Messages;

namespace Pipeline.Transcripts;

/// <summary>Says what a conversation is about from what its messages are about.</summary>
internal static class ConversationIntent
{
    // What people say around the matter; it never is the matter when there is another.
    private static readonly HashSet<string> Around = new(StringComparer.Ordinal) { "small_talk_other", "thanks_feedback", "human_request" };

    // What is less likely than not is better than nothing, and no second matter.
    private const double Sure = 0.5;

    /// <summary>The counts and the intent after one more message: the intent changes only when another was found more often.</summary>
    public static (IReadOnlyDictionary<string, int> Intents, string? Intent) After(ConversationState before, TextAnalysis analysis)
    {
        var intent = analysis.Intent;
        if (intent is null || (before.Intent is not null && analysis.IntentConfidence < Sure))
        {
            return (before.Intents, before.Intent);
        }

        var intents = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (known, count) in before.Intents)
        {
            intents.Add(known, count);
        }

        intents[intent] = intents.GetValueOrDefault(intent) + 1;
        if (before.Intent is null || (Around.Contains(before.Intent) && !Around.Contains(intent)))
        {
            return (intents, intent);
        }

        var overtakes = intents[intent] > intents[before.Intent] && !Around.Contains(intent);
        return (intents, overtakes ? intent : before.Intent);
    }
}
