using Pipeline.Messages;

namespace Pipeline.Transcripts.Journey;

/// <summary>Tells delight and meant thanks from politeness.</summary>
internal static class Gladness
{
    private const double Glad = 0.2;
    private const double Shared = 0.3;
    private const double SurpriseCounts = 0.7;

    /// <summary>Joy or glad surprise, clearly said.</summary>
    public static bool IsDelight(CustomerReading reading) => reading.Analysis is { Valence: >= Glad, Intensity: >= 2 }
        && reading.Share(Emotion.Joy) + (SurpriseCounts * reading.Share(Emotion.Surprise)) >= Shared;

    /// <summary>Thanks that a good feeling goes with.</summary>
    public static bool IsMeantThanks(CustomerReading reading) =>
        reading.Analysis.Valence >= Glad && reading.Share(Emotion.Gratitude) >= Shared;
}
