using Pipeline.Messages;

namespace Pipeline.Transcripts.Journey;

/// <summary>
/// Names what made a mood turn: by what the customer complains of where they say it, else by what the service last did. The first rule that
/// holds decides.
/// </summary>
internal static class TriggerCauses
{
    // A shorter silence is only blamed when the customer speaks of it.
    private static readonly TimeSpan SpokenOfSilence = TimeSpan.FromMinutes(2.5);

    public static TriggerCause Of(CustomerReading reading)
    {
        if (reading.Answer is not { } answer)
        {
            return reading.Waited >= DispleasureScale.LongSilence ? TriggerCause.Wait : TriggerCause.Arrival;
        }

        var cues = reading.Cues;
        var silence = Silence(reading);
        var asked = reading.AnswerDid(ServiceAct.AsksAgain);
        return reading switch
        {
            _ when reading.Waited >= DispleasureScale.LongSilence => TriggerCause.Wait,
            _ when silence >= SpokenOfSilence && reading.Has(cues.Waiting) && !asked => TriggerCause.Wait,
            _ when reading.Has(cues.SentAround) && reading.AnswerDid(ServiceAct.Transfers) => TriggerCause.Transfer,
            _ when reading.Has(cues.Manner) => TriggerCause.Tone,
            _ when reading.Has(cues.Told) => TriggerCause.RepeatedQuestion,
            _ when reading.AnswerDid(ServiceAct.AsksToTry) && reading.Has(cues.Still) => TriggerCause.FailedStep,
            _ when reading.AnswerDid(ServiceAct.Transfers) => TriggerCause.Transfer,
            _ when asked => TriggerCause.RepeatedQuestion,
            _ when reading.AnswerDid(ServiceAct.SpeaksCanned) => TriggerCause.Tone,
            _ when reading.AnswerDid(ServiceAct.Refuses) => TriggerCause.Refusal,
            _ when reading.AnswerDid(ServiceAct.AsksToTry) => TriggerCause.FailedStep,
            _ when answer.SilenceSeconds >= DispleasureScale.LongSilence.TotalSeconds => TriggerCause.Wait,
            _ => TriggerCause.Other,
        };
    }

    /// <summary>The longest silence of the service before a message.</summary>
    public static TimeSpan Silence(CustomerReading reading) =>
        TimeSpan.FromSeconds(Math.Max(reading.Waited.TotalSeconds, reading.Answer?.SilenceSeconds ?? 0));
}
