using Pipeline.Messages;

namespace Pipeline.Transcripts.Journey;

/// <summary>Sees a lift in a customer's message, and which of the service's messages brought it.</summary>
internal static class LiftRule
{
    /// <summary>A valence above this is a lift.</summary>
    private const double Lifted = 0.2;

    /// <summary>What words of relief count for where the model sees no more than joy or surprise.</summary>
    private const double Relief = 0.3;

    // "ok merci", "parfait merci bonne journée": thanks as a formula are no lift.
    private const int FormulaWords = 5;

    // The last message of several in a row is the one answered to, unless an earlier one is longer by this much.
    private const double LastWeighs = 1.3;

    // What was said one exchange earlier brought the lift when it is so much weightier than the last answer, and was not met with displeasure:
    // the fix, before "you will get an SMS".
    private const double EarlierWeighs = 1.5;

    /// <summary>Below this valence a message is plain displeasure: whatever was said before it brought no lift.</summary>
    public const double Displeased = -0.5;

    /// <summary>Whether a message shows that the customer is clearly better.</summary>
    public static bool Shows(CustomerReading reading)
    {
        var analysis = reading.Analysis;
        if (reading.Words <= FormulaWords && analysis.DominantEmotion == Emotion.Gratitude && analysis.Intensity < 2)
        {
            return false;
        }

        var joy = reading.Share(Emotion.Joy);
        var relieved = analysis.Valence > -Relief && (joy > 0.2 || reading.Share(Emotion.Surprise) > 0.3) && reading.Has(reading.Cues.Relief);
        var valence = relieved ? Math.Max(analysis.Valence, Relief) : analysis.Valence;
        return valence > Lifted
            && (analysis.Sentiment == Sentiment.Positive || (analysis.Sentiment == Sentiment.Mixed && joy > 0.3));
    }

    /// <summary>The message of the service that brought the lift that a customer's message shows; null when it wrote none since the trigger.</summary>
    public static ServiceTurn? Credit(JourneyMemory memory, int triggerTurn)
    {
        if (memory.Answer is not { } answer || Weightiest(answer, triggerTurn) is not { } best)
        {
            return null;
        }

        return memory is { CalmBetween: true, AnswerBefore: { } before } && Longest(before, triggerTurn) is { } earlier
            && earlier.Length > EarlierWeighs * best.Length
                ? earlier
                : best;
    }

    private static ServiceTurn? Weightiest(ServiceBlock block, int triggerTurn) =>
        Longest(block, triggerTurn) is { } longest && longest.Length <= LastWeighs * block.Last.Length ? block.Last : Longest(block, triggerTurn);

    private static ServiceTurn? Longest(ServiceBlock block, int triggerTurn) => block switch
    {
        { Longest: var longest } when longest.Turn > triggerTurn => longest,
        { Last: var last } when last.Turn > triggerTurn => last,
        _ => null,
    };
}
