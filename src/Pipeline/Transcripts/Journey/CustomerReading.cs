using Pipeline.Messages;

namespace Pipeline.Transcripts.Journey;

/// <summary>A customer's message with what stands around it, as the rules of the journey look at it.</summary>
/// <param name="Analysis">What the analyser found in it.</param>
/// <param name="Plain">Its words.</param>
/// <param name="Cues">The cues of its language.</param>
/// <param name="Answer">What the service last wrote before it; null before it wrote.</param>
/// <param name="IsFirst">Whether it opens the conversation.</param>
/// <param name="IsBereaved">Whether somebody's death was spoken of, in it or before.</param>
/// <param name="Waited">How long the customer had been without an answer.</param>
/// <param name="Exclamations">Its exclamation and question marks.</param>
/// <param name="Shouted">Its words of three letters or more in capitals.</param>
internal sealed record CustomerReading(
    TextAnalysis Analysis, string Plain, JourneyCues Cues, ServiceBlock? Answer, bool IsFirst, bool IsBereaved, TimeSpan Waited,
    int Exclamations, int Shouted)
{
    private const string Bereavement = "bereavement";
    private const int ShoutedLetters = 3;

    /// <summary>Reads a message in its place.</summary>
    public static CustomerReading Of(ConversationState before, TextAnalysis analysis, MessageAnalyzed message, string language)
    {
        var text = message.Text.AsSpan(0, Math.Min(message.Text.Length, PlainText.MostRead));
        return new(
            analysis,
            PlainText.Of(message.Text),
            JourneyCues.Of(language),
            before.Journey.Memory.Answer,
            JourneyFold.TurnOf(before) == 0,
            before.Signals.ContainsKey(Bereavement) || analysis.Signals.Contains(Bereavement) || analysis.Intent == Bereavement
                || before.Intent == Bereavement,
            before.WaitingSince is { } since ? message.SentAt - since : TimeSpan.Zero,
            text.Count('!') + text.Count('?'),
            CountShouted(text));
    }

    /// <summary>How many words it has.</summary>
    public int Words => PlainText.Words(Plain);

    /// <summary>How likely an emotion is; 0 when it was not found.</summary>
    public double Share(Emotion emotion)
    {
        foreach (var score in Analysis.Emotions)
        {
            if (score.Emotion == emotion)
            {
                return score.Probability;
            }
        }

        return 0;
    }

    /// <summary>Whether one of the cues is in it.</summary>
    public bool Has(IReadOnlyList<string> cues) => PlainText.Has(Plain, cues);

    /// <summary>Whether the service did something in its last answer.</summary>
    public bool AnswerDid(ServiceAct act) => Answer?.Acts.Contains(act) == true;

    private static int CountShouted(ReadOnlySpan<char> text)
    {
        var (shouted, letters, capitals) = (0, 0, 0);
        for (var index = 0; index <= text.Length; index++)
        {
            if (index < text.Length && char.IsLetterOrDigit(text[index]))
            {
                letters++;
                capitals += char.IsUpper(text[index]) ? 1 : 0;
                continue;
            }

            shouted += letters >= ShoutedLetters && capitals == letters ? 1 : 0;
            (letters, capitals) = (0, 0);
        }

        return shouted;
    }
}
