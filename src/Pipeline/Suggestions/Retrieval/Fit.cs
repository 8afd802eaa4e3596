using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>How well a kind of reply fits a moment, and a tone a mood: 0 not at all and never offered, 1 just right.</summary>
internal static class Fit
{
    /// <summary>Of a tone for a mood.</summary>
    public static double Of(PhraseTone tone, Mood mood) => (mood, tone) switch
    {
        (Mood.Upset or Mood.Worried or Mood.Sad, PhraseTone.Celebratory) => 0,
        (Mood.Upset, PhraseTone.Apologetic) => 1,
        (Mood.Upset, PhraseTone.Warm) => 0.8,
        (Mood.Upset, PhraseTone.Neutral) => 0.65,
        (Mood.Upset, PhraseTone.Plain) => 0.5,
        (Mood.Worried or Mood.Sad, PhraseTone.Warm) => 1,
        (Mood.Worried, PhraseTone.Neutral) => 0.75,
        (Mood.Worried, PhraseTone.Plain) => 0.7,
        (Mood.Worried, PhraseTone.Apologetic) => 0.6,
        (Mood.Sad, PhraseTone.Apologetic) => 0.7,
        (Mood.Sad, _) => 0.5,
        (Mood.Confused, PhraseTone.Plain) => 1,
        (Mood.Confused, PhraseTone.Warm) => 0.75,
        (Mood.Confused, PhraseTone.Neutral) => 0.6,
        (Mood.Confused, PhraseTone.Apologetic) => 0.3,
        (Mood.Pleased, PhraseTone.Celebratory) => 1,
        (Mood.Pleased, PhraseTone.Warm) => 0.9,
        (Mood.Pleased, PhraseTone.Neutral) => 0.6,
        (Mood.Pleased, PhraseTone.Plain) => 0.5,
        (_, PhraseTone.Neutral) => 0.85,
        (_, PhraseTone.Warm) => 0.8,
        (_, PhraseTone.Plain) => 0.75,
        (_, PhraseTone.Celebratory) => 0.6,
        _ => 0.2,
    };

    /// <summary>Of what a reply does for where the conversation stands.</summary>
    public static double Of(PhraseCategory category, Situation situation) => category switch
    {
        PhraseCategory.Greeting => situation.Answers > 0 ? 0 : 1,
        PhraseCategory.Apology => Apology(situation),
        PhraseCategory.Congratulation => MayCelebrate(situation) ? 1 : 0,
        PhraseCategory.Closing => situation.Moment switch
        {
            Moment.Parting => 1,
            Moment.Solved => 0.85,
            Moment.Acknowledging => situation.Mood == Mood.Pleased ? 0.6 : 0.3,
            Moment.Working when situation is { Answers: > 0, CustomerAsks: false } and ({ Thanks: true } or { Mood: Mood.Pleased }) => 0.4,
            _ => 0,
        },
        PhraseCategory.Holding => situation.Moment switch
        {
            Moment.Waiting => 1,
            Moment.Acknowledging => 0.95,
            Moment.Opening => 0.35,
            Moment.Solved or Moment.Parting => 0,
            _ => 0.5,
        },
        PhraseCategory.Handover => situation.Moment switch
        {
            Moment.WantsHuman => 1,
            Moment.Solved or Moment.Parting => 0,
            _ => situation.Grave ? 0.85 : 0.35,
        },
        PhraseCategory.Question => Step(situation) * (situation.AdvisorAsked ? 0.9 : 1),
        PhraseCategory.Explanation => Step(situation) * (situation.AdvisorAsked ? 1 : 0.95),
        _ => Step(situation) * 0.8,
    };

    /// <summary>The kind of reply that a moment calls for before all others; null when it calls for none.</summary>
    public static PhraseCategory? Lead(Situation situation) => situation.Moment switch
    {
        Moment.WantsHuman => PhraseCategory.Handover,
        Moment.Waiting => PhraseCategory.Holding,
        Moment.Opening => PhraseCategory.Greeting,
        Moment.Solved => PhraseCategory.Congratulation,
        Moment.Parting => PhraseCategory.Closing,
        Moment.Working when situation is { Mood: Mood.Upset, Apologised: false } => PhraseCategory.Apology,
        _ => null,
    };

    /// <summary>Whether there is something to be glad of together. Never where somebody died; a mere "thanks" is none.</summary>
    private static bool MayCelebrate(Situation situation) =>
        !situation.Intents.ContainsKey("bereavement")
        && (situation.Moment == Moment.Solved || situation is { Moment: Moment.Parting, Mood: Mood.Pleased, IsShort: false });

    private static double Apology(Situation situation) => situation.Mood switch
    {
        Mood.Upset or Mood.Worried or Mood.Sad => situation.Apologised ? 0.35 : 0.95,
        Mood.Pleased => 0,
        _ => situation is { Moment: Moment.Waiting, Apologised: false } ? 0.9 : 0.1,
    };

    /// <summary>
    /// Of a next step. At first, what it is about says what to ask or explain; the longer it is worked on, the less that alone tells what
    /// comes next, and the customer's words must speak for a phrase.
    /// </summary>
    private static double Step(Situation situation) => situation.Moment switch
    {
        Moment.Working => Math.Max(0.4, 1 - (0.15 * situation.Answers)),
        Moment.Opening => 0.8,
        Moment.Acknowledging => Math.Max(0.4, 0.8 - (0.1 * situation.Answers)),
        Moment.WantsHuman => 0.7,
        Moment.Waiting => 0.5,
        Moment.Parting => 0.45,
        _ => 0,
    };
}
