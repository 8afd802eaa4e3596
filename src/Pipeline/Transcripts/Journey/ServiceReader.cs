using Pipeline.Messages;

namespace Pipeline.Transcripts.Journey;

/// <summary>
/// Reads what an advisor's or a bot's message does. It looks for a few words and repeated questions; what the text feels like is not read, so
/// that no advisor is ever scored.
/// </summary>
internal static class ServiceReader
{
    private const int SameWords = 2;
    private const int FewestLetters = 4;

    /// <summary>What a message does.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="window">What was said before it.</param>
    /// <param name="cues">The cues of the language.</param>
    public static IReadOnlyList<ServiceAct> Read(string text, IReadOnlyList<Turn> window, JourneyCues cues)
    {
        var plain = PlainText.Of(text);
        List<ServiceAct> acts = [];
        Note(ServiceAct.Refuses, PlainText.Has(plain, cues.Refusal));
        Note(ServiceAct.Transfers, PlainText.Has(plain, cues.Transfer));
        Note(ServiceAct.AsksAgain, AsksAgain(text, window, cues));
        Note(ServiceAct.SpeaksCanned, PlainText.Has(plain, cues.Canned));
        Note(ServiceAct.AsksToTry, PlainText.Has(plain, cues.Step));
        return acts;

        void Note(ServiceAct act, bool done)
        {
            if (done)
            {
                acts.Add(act);
            }
        }
    }

    /// <summary>The block of what the service wrote in a row, with one message more.</summary>
    public static ServiceBlock Add(ServiceBlock? block, ServiceTurn turn, IReadOnlyList<ServiceAct> acts, int silenceSeconds) => block is null
        ? new() { Last = turn, Longest = turn, Acts = acts, SilenceSeconds = silenceSeconds }
        : new()
        {
            Last = turn,
            Longest = turn.Length > block.Longest.Length ? turn : block.Longest,
            Acts = [.. block.Acts.Union(acts).Order()],
            SilenceSeconds = Math.Max(block.SilenceSeconds, silenceSeconds),
        };

    // A question that shares two words of weight with what the customer said, or with a question that the service asked before.
    private static bool AsksAgain(string text, IReadOnlyList<Turn> window, JourneyCues cues)
    {
        HashSet<string>? told = null;
        foreach (var question in Questions(text))
        {
            told ??= Words(string.Join(' ', window.Where(turn => turn.Role == SenderRole.Customer).Select(turn => turn.Text)), cues);
            var asked = Words(question, cues);
            if (asked.Count(told.Contains) >= SameWords || window.Any(turn => IsService(turn.Role) && RepeatsQuestion(turn.Text, asked, cues)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool RepeatsQuestion(string text, HashSet<string> asked, JourneyCues cues) =>
        Questions(text).Any(earlier => Words(earlier, cues).Count(asked.Contains) >= SameWords);

    private static IEnumerable<string> Questions(string text)
    {
        var start = 0;
        for (var index = 0; index < Math.Min(text.Length, PlainText.MostRead); index++)
        {
            if (text[index] is '?' or '.' or '!')
            {
                if (text[index] == '?')
                {
                    yield return text[start..index];
                }

                start = index + 1;
            }
        }
    }

    private static HashSet<string> Words(string text, JourneyCues cues) =>
    [
        .. PlainText.Of(text).Split(' ').Where(word => word.Length >= FewestLetters && !cues.Common.Contains(word)),
    ];

    /// <summary>Whether somebody writes for the service.</summary>
    public static bool IsService(SenderRole role) => role is SenderRole.Advisor or SenderRole.Bot;
}
