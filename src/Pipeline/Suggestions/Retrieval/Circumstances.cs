namespace Pipeline.Suggestions.Retrieval;

/// <summary>What of a situation decides which category of reply comes first. Several hold at once.</summary>
internal static class Circumstances
{
    private static readonly string[] Others = ["unanswered", "answered once", "answered more", "asked", "apologised", "grave", "asks", "subject unknown", "thanks", "figures", "short", "checking", "asked and answered"];

    private static readonly int FirstMood = Enum.GetValues<Moment>().Length;

    private static readonly int FirstOther = FirstMood + Enum.GetValues<Mood>().Length;

    /// <summary>The names: the moments, the moods, and the others.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetNames<Moment>(), .. Enum.GetNames<Mood>(), .. Others];

    /// <summary>Those that hold, as places in <see cref="Names"/>.</summary>
    public static IEnumerable<int> Of(Situation situation)
    {
        yield return (int)situation.Moment;
        yield return FirstMood + (int)situation.Mood;
        yield return FirstOther + Math.Min(situation.Answers, 2);
        if (situation.AdvisorAsked)
        {
            yield return FirstOther + 3;
        }

        if (situation.Apologised)
        {
            yield return FirstOther + 4;
        }

        if (situation.Grave)
        {
            yield return FirstOther + 5;
        }

        if (situation.CustomerAsks)
        {
            yield return FirstOther + 6;
        }

        if (situation.Intents.Count == 0)
        {
            yield return FirstOther + 7;
        }

        if (situation.Thanks)
        {
            yield return FirstOther + 8;
        }

        if (situation.GivesFigures)
        {
            yield return FirstOther + 9;
        }

        if (situation.IsShort)
        {
            yield return FirstOther + 10;
        }

        if (situation.AdvisorChecks)
        {
            yield return FirstOther + 11;
        }

        if (situation is { AdvisorAsked: true, CustomerAsks: false })
        {
            yield return FirstOther + 12;
        }
    }
}
