using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Indicators;

/// <summary>
/// How a complaint was treated, apart from what came of it: whether it was acknowledged (30 points), whether anything was explained (30), how long the longest
/// wait was (20), and how the customer's feeling went from the first message to the last (20). Neither the outcome nor the rating counts, so that a
/// refused claim that was handled well stands above a granted one that was handled badly. The words are looked for, never an advisor's feeling.
/// </summary>
internal static class ComplaintTreatment
{
    private const double AcknowledgementPoints = 30;
    private const double ExplanationPoints = 30;
    private const double DelayPoints = 20;
    private const double FeelingPoints = 20;

    /// <summary>Displeasure of this valence or worse is a complaint, whatever it is about.</summary>
    private const double Displeasure = -0.5;

    // A wait of two minutes is none that anybody complains of; the longest handling time of a whole chat is too long for any.
    private static readonly TimeSpan ShortWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(10);

    private static readonly Dictionary<string, string[]> Cues = Read();

    /// <summary>The points, 0 to 100; null when nobody complained, or no advisor answered.</summary>
    public static double? Of(ConversationTranscript transcript, string phase, CustomerWaits waits)
    {
        var state = transcript.State;
        var complains = phase == "complaint" || (state.Journey.Scored > 0 && state.Journey.WorstValence <= Displeasure)
            || state.Signals.ContainsKey("legal_threat") || state.Signals.ContainsKey(SignalNames.WantsManager);
        if (!complains || state.AdvisorMessages == 0)
        {
            return null;
        }

        string[] answers =
        [
            .. transcript.Messages.Where(message => message is { Kind: MessageKind.Message, Sender.Role: SenderRole.Advisor })
                .Select(message => FoldedText.Of(message.Text)),
        ];
        var longest = waits.Spans.Count == 0 ? TimeSpan.Zero : waits.Spans.Max();
        var points = (Says(answers, "acknowledgement") ? AcknowledgementPoints : 0)
            + (Says(answers, "explanation") ? ExplanationPoints : 0)
            + (DelayPoints * Math.Clamp((LongWait - longest) / (LongWait - ShortWait), 0, 1))
            + (FeelingPoints * Rise(state.Journey));
        return Math.Round(points, 1);
    }

    // 0 for a fall of the valence by one or more, a half for none, 1 for a rise by one or more.
    private static double Rise(EmotionalJourney journey) => (Math.Clamp(journey.LastValence - journey.StartValence, -1, 1) + 1) / 2;

    private static bool Says(string[] answers, string act) =>
        Array.Exists(answers, answer => Array.Exists(Cues[act], cue => answer.Contains(cue, StringComparison.Ordinal)));

    private static Dictionary<string, string[]> Read()
    {
        using var stream = typeof(ComplaintTreatment).Assembly.GetManifestResourceStream("complaint-treatment.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject().ToDictionary(
            act => act.Name, act => act.Value.EnumerateArray().Select(cue => cue.GetString()!).ToArray(), StringComparer.Ordinal);
    }
}
