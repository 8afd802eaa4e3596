using System.Globalization;
using Pipeline.Messages;

namespace Pipeline.Suggestions.Feedback;

/// <summary>What suggestions brought: by level and by whether they were shown, and never by person.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Conversations">How many closed conversations it was made from.</param>
/// <param name="Truncated">Whether there were more than one report reads.</param>
/// <param name="Groups">The groups, with and without suggestions for each level.</param>
/// <param name="Dismissed">Why suggestions were dismissed, most frequent first.</param>
/// <param name="HorsCadre">Why the frame was left, most frequent first. It counts against nobody.</param>
public sealed record SuggestionReport(
    string From,
    string To,
    int Conversations,
    bool Truncated,
    IReadOnlyList<SuggestionReportGroup> Groups,
    IReadOnlyList<ReasonCount> Dismissed,
    IReadOnlyList<ReasonCount> HorsCadre)
{
    /// <summary>Fewer conversations than this are not told of.</summary>
    public const int LeastConversations = 20;

    /// <summary>The work of fewer advisors than this is not told of: it would be about persons.</summary>
    public const int LeastAdvisors = 5;

    private static readonly bool[] WithAndWithout = [true, false];

    /// <summary>Makes the report.</summary>
    public static SuggestionReport Of(
        DateOnly from, DateOnly to, IReadOnlyList<ObservedConversation> observed, bool truncated, AdvisorLevel defaultLevel) => new(
            from.ToString("O", CultureInfo.InvariantCulture),
            to.ToString("O", CultureInfo.InvariantCulture),
            observed.Count,
            truncated,
            [
                .. Enum.GetValues<AdvisorLevel>().SelectMany(level => WithAndWithout.Select(assisted => SuggestionReportGroup.Of(
                    level,
                    assisted,
                    [.. observed.Where(one => (one.Level ?? defaultLevel) == level && one.HeldOut != assisted && one.Moments.Count > 0)]))),
            ],
            Reasons(observed, FeedbackKind.Dismissed),
            Reasons(observed, FeedbackKind.HorsCadre));

    private static IReadOnlyList<ReasonCount> Reasons(IReadOnlyList<ObservedConversation> observed, FeedbackKind kind) =>
    [
        .. observed.SelectMany(one => one.Feedback)
            .Where(entry => entry.Kind == kind && entry.Reason is not null)
            .CountBy(entry => entry.Reason!.Value)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key)
            .Select(pair => new ReasonCount(pair.Key, pair.Value)),
    ];
}

/// <summary>How often a reason was given.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Count">How often.</param>
public sealed record ReasonCount(FeedbackReason Reason, int Count);

/// <summary>Conversations of one level, with or without suggestions; only those in which something was found.</summary>
public sealed record SuggestionReportGroup
{
    /// <summary>The level.</summary>
    public required AdvisorLevel Level { get; init; }

    /// <summary>Whether what was found was shown.</summary>
    public required bool Assisted { get; init; }

    /// <summary>Whether there are too few conversations or advisors to tell anything.</summary>
    public required bool Withheld { get; init; }

    /// <summary>The conversations.</summary>
    public int? Conversations { get; init; }

    /// <summary>The share of answers that are a suggestion, changed or not. Without suggestions: how often advisors write what would have been found.</summary>
    public Interval? Acceptance { get; init; }

    /// <summary>The share of answers that are a suggestion as it was.</summary>
    public Interval? Verbatim { get; init; }

    /// <summary>How much of an accepted suggestion is changed, 0 to 1.</summary>
    public Interval? EditDistance { get; init; }

    /// <summary>Seconds from the customer's first unanswered message to the answer.</summary>
    public Interval? SecondsToAnswer { get; init; }

    /// <summary>By how much the customer's valence rises from the answered message to the next, -2 to 2.</summary>
    public Interval? EmotionAfter { get; init; }

    /// <summary>The customer's valence in their last message, -1 to 1.</summary>
    public Interval? EmotionAtEnd { get; init; }

    /// <summary>The figures of a group; none when it is too small.</summary>
    public static SuggestionReportGroup Of(AdvisorLevel level, bool assisted, IReadOnlyList<ObservedConversation> group)
    {
        var advisors = group.Select(one => one.AdvisorId).Where(id => id is not null).Distinct(StringComparer.Ordinal).Count();
        if (group.Count < SuggestionReport.LeastConversations || advisors < SuggestionReport.LeastAdvisors)
        {
            return new() { Level = level, Assisted = assisted, Withheld = true };
        }

        var moments = group.SelectMany(one => one.Moments).ToList();
        return new()
        {
            Level = level,
            Assisted = assisted,
            Withheld = false,
            Conversations = group.Count,
            Acceptance = Interval.Share(moments.Count(moment => moment.Used is not null), moments.Count),
            Verbatim = Interval.Share(moments.Count(moment => moment.Use == AnswerUse.Verbatim), moments.Count),
            EditDistance = Mean(group, moment => moment.Used is null ? null : moment.Distance),
            SecondsToAnswer = Mean(group, moment => moment.Waited.TotalSeconds),
            EmotionAfter = Mean(group, moment => moment.After - moment.Before),
            EmotionAtEnd = Interval.Mean(group.Select(one => one.LastValence is { } valence ? (IReadOnlyList<double>)[valence] : [])),
        };
    }

    private static Interval? Mean(IReadOnlyList<ObservedConversation> group, Func<AnsweredMoment, double?> value) =>
        Interval.Mean(group.Select(one => (IReadOnlyList<double>)[.. one.Moments.Select(value).OfType<double>()]));
}
