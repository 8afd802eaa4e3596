using Pipeline.Ports;
using Pipeline.Quality.Indicators;

namespace Pipeline.Tests.Quality.Indicators;

/// <summary>
/// The figures of a group worked out the slow way, from all contributions at once, by other means than the product's: seconds are counted one by one, and each
/// pair of contacts is compared.
/// </summary>
internal static class NaiveFigures
{
    /// <summary>The figures in one line, so that two can be compared.</summary>
    public static string Line(Figures figures) => FormattableString.Invariant(
        $"n={figures.Conversations} outcomes={Text(figures.Outcomes)} channels={Text(figures.Channels)} transferred={figures.Transferred} wait={figures.Wait.Sum} ")
        + FormattableString.Invariant($"longest={Text(figures.LongestWait.Buckets)} handling={figures.Handling.Seconds.Sum / 1000.0:F1} effort={figures.Effort.Sum} ")
        + FormattableString.Invariant($"rise={figures.Rise.Count}/{figures.Rise.Sum} rating={figures.Rating.Count}/{figures.Rating.Sum} turned={figures.Turned}/{figures.Repaired} ")
        + FormattableString.Invariant($"followed={figures.Followed}/{figures.Followable} hours={string.Join(',', figures.Hours)} thanked={figures.Thanked}");

    /// <summary>The line of a group of the conversations of some days.</summary>
    public static string Line(IReadOnlyList<Contribution> all, Func<Contribution, bool> isIn, int withinDays)
    {
        Contribution[] group = [.. all.Where(isIn)];
        var answered = group.Where(one => one.Measures.Outcome != ConversationOutcome.Unanswered).ToList();
        var followable = answered.Where(one => one is { Customer: not null, Reason: not null }).ToList();
        var rises = group.Where(one => one.Measures.EndValence is not null).Select(one => one.Measures.EndValence!.Value - one.Measures.StartValence!.Value).ToList();
        var ratings = group.Select(one => one.Rating).OfType<int>().ToList();
        var hours = Enumerable.Range(0, 24).Select(hour => group.Count(one => one.StartedAt.UtcDateTime.Hour == hour));
        var buckets = group.Where(one => one.Measures.Waits > 0).Select(one => LogHistogram.BucketOf(one.Measures.LongestWaitSeconds));
        return FormattableString.Invariant(
            $"n={group.Length} outcomes={Text(group.CountBy(one => one.Measures.Outcome.ToString()))} channels={Text(group.CountBy(one => one.Channel))} ")
            + FormattableString.Invariant($"transferred={group.Count(one => one.Measures.Transfers > 0)} wait={group.Sum(one => (long)Math.Round(one.Measures.WaitSeconds * 1000))} ")
            + FormattableString.Invariant($"longest={Text(buckets.CountBy(bucket => bucket))} handling={answered.Sum(one => Handling(all, one)):F1} effort={group.Sum(one => one.Measures.Effort) * 1000} ")
            + FormattableString.Invariant($"rise={rises.Count}/{rises.Sum(rise => (long)Math.Round(rise * 1000))} rating={ratings.Count}/{ratings.Sum() * 1000} ")
            + FormattableString.Invariant($"turned={group.Count(one => one.Measures.Turned == true)}/{group.Count(one => one.Measures.Repaired == true)} ")
            + FormattableString.Invariant($"followed={followable.Count(one => all.Any(other => Follows(one, other, withinDays)))}/{followable.Count} ")
            + FormattableString.Invariant($"hours={string.Join(',', hours)} thanked={group.Count(one => one.Thanked)}");
    }

    private static bool Follows(Contribution one, Contribution later, int withinDays) =>
        later.Key != one.Key && later.Customer == one.Customer && later.Reason == one.Reason && later.Brand == one.Brand
        && later.StartedAt > one.StartedAt && later.StartedAt <= one.ClosedAt.AddDays(withinDays);

    // Second by second: the messages of the histories are sent at whole seconds.
    private static double Handling(IReadOnlyList<Contribution> all, Contribution one)
    {
        var seconds = 0.0;
        foreach (var span in one.Measures.EngagedSpans)
        {
            for (var at = span.From; at < span.To; at = at.AddSeconds(1))
            {
                seconds += 1.0 / all.Count(other => other.Day == one.Day
                    && other.Measures.EngagedSpans.Any(running => running.AdvisorId == span.AdvisorId && running.From <= at && at < running.To));
            }
        }

        return seconds;
    }

    private static string Text<TKey>(IEnumerable<KeyValuePair<TKey, int>> counts)
        where TKey : notnull => string.Join(',', counts.OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal).Select(pair => $"{pair.Key}:{pair.Value}"));
}
