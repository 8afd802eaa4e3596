using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Training.Rescoring;

/// <summary>Compares how a conversation went by its stored scores with how it would have gone by others.</summary>
internal static class ConversationComparison
{
    /// <summary>The fields of the conversation that would be others.</summary>
    /// <param name="transcript">The conversation as it is stored.</param>
    /// <param name="scores">The candidate's scores, by the message's id; a message without one keeps its own.</param>
    public static IReadOnlyList<FieldChange> Changes(ConversationTranscript transcript, IReadOnlyDictionary<string, TextAnalysis> scores)
    {
        // Both are made the same way, so that nothing but the scores can differ.
        var was = Fold(transcript, new Dictionary<string, TextAnalysis>(StringComparer.Ordinal));
        var says = Fold(transcript, scores);
        var changes = new List<FieldChange>();
        Add("startEmotion", $"{was.Journey.Start}", $"{says.Journey.Start}");
        Add("worstEmotion", $"{was.Journey.Worst}", $"{says.Journey.Worst}");
        Add("endEmotion", $"{was.Journey.Last}", $"{says.Journey.Last}");
        Add("intent", was.Intent, says.Intent);
        Add("language", was.Language, says.Language);
        return changes;

        void Add(string field, string? from, string? to)
        {
            if (from != to)
            {
                changes.Add(new(field, Known(from), Known(to)));
            }
        }
    }

    private static ConversationState Fold(ConversationTranscript transcript, IReadOnlyDictionary<string, TextAnalysis> scores) =>
        TranscriptFold.After(transcript, scores).Last().State;

    private static string? Known(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
