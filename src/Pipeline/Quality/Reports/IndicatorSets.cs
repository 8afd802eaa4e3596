using Pipeline.Ports;
using Pipeline.Quality.Indicators;

namespace Pipeline.Quality.Reports;

/// <summary>Makes the indicators of a group from its figures: the definitions of docs/indicators.md.</summary>
public static class IndicatorSets
{
    private const double SecondsPerMinute = 60;
    private const double Half = 0.5;
    private const double NineOfTen = 0.9;

    /// <summary>The indicators of a group.</summary>
    public static IndicatorSet Of(Figures figures, IndicatorOptions options) => new()
    {
        Customer = Customer(figures),
        Waits = Waits(figures),
        Handling = Handling(figures, options),
        Feeling = Feeling(figures),
        ComplaintTreatment = figures.Treatment.Estimate,
        Suggestions = new(
            Estimate.OfShare(figures.AcceptedShown, figures.ShownAnswers), Estimate.OfShare(figures.AcceptedHeldOut, figures.HeldOutAnswers)),
        Satisfaction = Satisfaction(figures, options),
        Escalated = Share(figures, figures.Escalated),
        Transferred = Share(figures, figures.Transferred),
        Hard = Share(figures, figures.Hard),
        WorkUnits = Math.Round(figures.Channels.Sum(channel => channel.Value * options.WorkUnits.GetValueOrDefault(channel.Key, 1)), 2),
    };

    /// <summary>Where a handling time stands to the band: below, within or above, and how far outside, minutes.</summary>
    public static (string Band, double Outside) Band(double minutes, IndicatorOptions options) =>
        minutes < options.HandlingBandFrom ? ("below", Math.Round(options.HandlingBandFrom - minutes, 2))
        : minutes > options.HandlingBandTo ? ("above", Math.Round(minutes - options.HandlingBandTo, 2))
        : ("within", 0);

    private static CustomerView Customer(Figures figures) => new()
    {
        Resolved = Outcome(figures, ConversationOutcome.Resolved),
        Unresolved = Outcome(figures, ConversationOutcome.Unresolved),
        Unanswered = Outcome(figures, ConversationOutcome.Unanswered),
        Unknown = Outcome(figures, ConversationOutcome.Unknown),
        FirstContactResolution = Estimate.OfShare(figures.Followable - figures.Followed, figures.Followable),
        Effort = figures.Effort.Estimate,
        Turns = figures.Turns.Estimate,
        Thanked = Share(figures, figures.Thanked),
        SelfService = Share(figures, figures.SelfService),
    };

    private static WaitView Waits(Figures figures) => new()
    {
        FirstResponseMedian = figures.FirstResponse.Quantile(Half),
        FirstResponseNinth = figures.FirstResponse.Quantile(NineOfTen),
        LongestMedian = figures.LongestWait.Quantile(Half),
        LongestNinth = figures.LongestWait.Quantile(NineOfTen),
        Whole = figures.Wait.Estimate,
    };

    private static HandlingView? Handling(Figures figures, IndicatorOptions options)
    {
        if (figures.Handling.Seconds.Estimate is not { } seconds || Estimate.OfShare(
            figures.Outcomes.GetValueOrDefault(nameof(ConversationOutcome.Resolved)), figures.Answered()) is not { } resolved)
        {
            return null;
        }

        var minutes = new Estimate(Minutes(seconds.Value), Minutes(seconds.Low), Minutes(seconds.High), seconds.Count);
        var (band, outside) = Band(minutes.Value, options);
        return new(
            minutes,
            Minutes(figures.Handling.Quantile(Half)!.Value),
            Minutes(figures.Handling.Quantile(NineOfTen)!.Value),
            band,
            outside,
            options.PhoneHandlingMinutes,
            Math.Round(options.PhoneHandlingMinutes * (1 + options.ChatLongerThanPhone), 2),
            new(resolved, figures.Rise.Estimate, figures.Rating.Estimate));
    }

    private static FeelingView Feeling(Figures figures) => new()
    {
        Start = Shares(figures.StartEmotions),
        Worst = Shares(figures.WorstEmotions),
        End = Shares(figures.EndEmotions),
        StartValence = figures.StartValence.Estimate,
        EndValence = figures.EndValence.Estimate,
        Rise = figures.Rise.Estimate,
        Repaired = Estimate.OfShare(figures.Repaired, figures.Turned),
    };

    private static SatisfactionView Satisfaction(Figures figures, IndicatorOptions options)
    {
        var rating = figures.Rating.Estimate;
        var against = (rating, options.PhoneRating) switch
        {
            (null, _) or (_, null) => null,
            ({ } chat, { } phone) => chat.Low > phone ? "above" : chat.High < phone ? "below" : "equal",
        };
        return new(rating, options.PhoneRating, against);
    }

    private static double Minutes(double seconds) => Math.Round(seconds / SecondsPerMinute, 2);

    private static Estimate? Outcome(Figures figures, ConversationOutcome outcome) =>
        Share(figures, figures.Outcomes.GetValueOrDefault(outcome.ToString()));

    private static Estimate? Share(Figures figures, int count) => Estimate.OfShare(count, figures.Conversations);

    /// <summary>The share of each; the shares of what there is sum to 1.</summary>
    internal static SortedDictionary<string, double> Shares(IReadOnlyDictionary<string, int> counts)
    {
        var all = (double)counts.Values.Sum();
        var shares = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, count) in counts)
        {
            shares[name] = Math.Round(count / all, 4);
        }

        return shares;
    }
}
