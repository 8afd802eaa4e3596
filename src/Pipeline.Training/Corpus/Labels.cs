using Pipeline.Messages;
using Pipeline.Scoring.Intents;

namespace Pipeline.Training.Corpus;

/// <summary>Reads the labels of rows.</summary>
public static class Labels
{
    /// <summary>A sentiment.</summary>
    /// <exception cref="CorpusFileException">It is none.</exception>
    public static Sentiment SentimentOf(string label) => Read<Sentiment>(label, "sentiment");

    /// <summary>An emotion.</summary>
    /// <exception cref="CorpusFileException">It is none.</exception>
    public static Emotion EmotionOf(string label) => Read<Emotion>(label, "emotion");

    /// <summary>The place of an intent in <see cref="IntentNames.Ordered"/>.</summary>
    /// <exception cref="CorpusFileException">It is none.</exception>
    public static int IntentOf(string label)
    {
        for (var place = 0; place < IntentNames.Ordered.Count; place++)
        {
            if (IntentNames.Ordered[place] == label)
            {
                return place;
            }
        }

        throw new CorpusFileException($"\"{label}\" is no intent of docs/models.md.");
    }

    /// <summary>Whether a word is the label of an emotion.</summary>
    public static bool IsEmotion(string label) => Enum.TryParse<Emotion>(label, ignoreCase: true, out _) && !char.IsAsciiDigit(label[0]);

    private static T Read<T>(string label, string kind)
        where T : struct, Enum =>
        Enum.TryParse<T>(label, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new CorpusFileException($"\"{label}\" is no {kind} of docs/models.md.");
}
