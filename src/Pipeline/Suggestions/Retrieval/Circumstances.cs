namespace Pipeline.Suggestions.Retrieval;

/// <summary>What of a situation decides which category of reply comes first. Several hold at once.</summary>
internal static class Circumstances
{
    private static readonly string[] Others = ["unanswered", "answered once", "answered more", "asked", "apologised", "grave", "asks", "subject unknown"];

    private static readonly int Moods = Enum.GetValues<Moment>().Length;

    private static readonly int Rest = Moods + Enum.GetValues<Mood>().Length;

    /// <summary>The names: the moments, the moods, and the others.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetNames<Moment>(), .. Enum.GetNames<Mood>(), .. Others];

    /// <summary>Those that hold, as places in <see cref="Names"/>.</summary>
    public static IEnumerable<int> Of(Situation situation)
    {
        yield return (int)situation.Moment;
        yield return Moods + (int)situation.Mood;
        yield return Rest + Math.Min(situation.Answers, 2);
        if (situation.AdvisorAsked)
        {
            yield return Rest + 3;
        }

        if (situation.Apologised)
        {
            yield return Rest + 4;
        }

        if (situation.Grave)
        {
            yield return Rest + 5;
        }

        if (situation.CustomerAsks)
        {
            yield return Rest + 6;
        }

        if (situation.Intents.Count == 0)
        {
            yield return Rest + 7;
        }
    }
}
