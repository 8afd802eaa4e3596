using System.Text.Json;

namespace Pipeline.Suggestions.Drafting;

/// <summary>Reads what a language model answered. Tolerant of what stands around the JSON, never of what is in it.</summary>
public static class DraftAnswers
{
    private const int LongestAnswer = 20_000;

    /// <summary>The sentences; null when it is no such answer.</summary>
    public static IReadOnlyList<DraftSentence>? Read(string answer)
    {
        var (start, end) = (answer.IndexOf('{', StringComparison.Ordinal), answer.LastIndexOf('}'));
        if (answer.Length > LongestAnswer || start < 0 || end < start)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(answer.AsMemory(start, end - start + 1));
            if (!document.RootElement.TryGetProperty("sentences", out var sentences) || sentences.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            DraftSentence?[] read = [.. sentences.EnumerateArray().Select(Sentence)];
            return read.All(sentence => sentence is not null) ? [.. read.OfType<DraftSentence>()] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A source that is no text is none that was given, and the guard refuses it.
    private static DraftSentence? Sentence(JsonElement sentence) =>
        sentence.ValueKind == JsonValueKind.Object && sentence.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
            ? new DraftSentence(text.GetString()!.Trim(), Source(sentence))
            : null;

    private static string? Source(JsonElement sentence) => !sentence.TryGetProperty("source", out var source) ? null : source.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => source.GetString() is { Length: > 0 } named ? named : null,
        _ => "?",
    };
}
