using Pipeline.Messages;

namespace Pipeline.Transcripts.Journey;

/// <summary>
/// Weighs whether a mood turns at a customer's message: a logistic scale over what was said, how, and what stands before it. The weights were
/// fitted on two thirds of the labelled conversations, as the chance that the mood turns at a message given that it has not turned before
/// (docs/emotional-journey.md; <c>journey --fit</c> prints them anew).
/// </summary>
internal static class DispleasureScale
{
    /// <summary>The names of what is weighed, in the order of <see cref="Measure"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "always", "displeasure", "named feeling", "one or two words", "opens", "says it was told", "long silence", "shouts", "exclaims",
        "after a transfer", "after a refusal", "still not working",
    ];

    private static readonly double[] Weights = [-3.92, 2.90, 4.74, -2.06, -0.34, 2.35, 1.68, 0.65, 2.75, 0.92, 1.00, 1.22];

    // The weight "always" is 0.3 above the fitted one: as many moods are then said to turn as do.

    // Sadness weighs less than the others: grief that a customer brings or tells of is mostly not about what just happened.
    private const double SadnessShare = 0.6;

    /// <summary>An unanswered customer's silence of so long is felt: half of that, and few say anything.</summary>
    public static readonly TimeSpan LongSilence = TimeSpan.FromMinutes(4);

    /// <summary>How likely the mood turns here, 0 to 1; 0 where nothing negative is felt.</summary>
    public static double Weigh(CustomerReading reading)
    {
        if (!CanTurn(reading))
        {
            return 0;
        }

        Span<double> measured = stackalloc double[Weights.Length];
        Measure(reading, measured);
        var sum = 0.0;
        for (var index = 0; index < measured.Length; index++)
        {
            sum += Weights[index] * measured[index];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>What is weighed, each about 0 to 1.</summary>
    public static void Measure(CustomerReading reading, Span<double> into)
    {
        var analysis = reading.Analysis;
        var strength = analysis.Sentiment == Sentiment.Positive ? 0 : analysis.Intensity / 3.0;
        var named = Math.Max(
            Math.Max(reading.Share(Emotion.Anger), reading.Share(Emotion.Annoyance)),
            Math.Max(
                Math.Max(reading.Share(Emotion.Fear), reading.Share(Emotion.Disappointment)),
                SadnessShare * reading.Share(Emotion.Sadness)));
        into[0] = 1;
        into[1] = -analysis.Valence;
        into[2] = named * strength;
        into[3] = Is(reading.Words <= 2);
        into[4] = Is(reading.IsFirst);
        into[5] = Is(reading.Has(reading.Cues.Told));
        into[6] = Is(reading.Waited >= LongSilence);
        into[7] = Math.Min(1, reading.Shouted / 2.0);
        into[8] = Math.Min(1, reading.Exclamations / 3.0);
        into[9] = Is(reading.AnswerDid(ServiceAct.Transfers));
        into[10] = Is(reading.AnswerDid(ServiceAct.Refuses));
        into[11] = Is(reading.Has(reading.Cues.Still));
    }

    // Grief is what the customer comes with; the mood of the conversation turns at anger, fear or disappointment in it.
    private static bool CanTurn(CustomerReading reading) => reading.Analysis is { Valence: < 0, Sentiment: not Sentiment.Positive }
        && !(reading.IsBereaved && reading.Analysis.DominantEmotion == Emotion.Sadness);

    private static double Is(bool holds) => holds ? 1 : 0;
}
