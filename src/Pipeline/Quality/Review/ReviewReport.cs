using System.Text.Json.Serialization;
using Pipeline.Ports;

namespace Pipeline.Quality.Review;

/// <summary>What reviews found, by groups of which none can be told to be one advisor.</summary>
/// <param name="Week">The week, by ISO 8601.</param>
/// <param name="By">What the groups are made by.</param>
/// <param name="LeastAdvisors">The fewest advisors of a group.</param>
/// <param name="Groups">The groups that are large enough, by name.</param>
/// <param name="Withheld">How many reviews stand in groups that are too small.</param>
public sealed record ReviewReport(string Week, ReportGrouping By, int LeastAdvisors, IReadOnlyList<ReviewGroup> Groups, int Withheld);

/// <summary>A group of reviews.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reviews">How many.</param>
/// <param name="MeanScore">The mean of their scores, 0 to 100; null when none has one.</param>
/// <param name="FailedCritical">How many failed a fail-critical question.</param>
/// <param name="Appealed">How many were appealed against.</param>
/// <param name="Upheld">How many appeals were upheld.</param>
public sealed record ReviewGroup(string Name, int Reviews, double? MeanScore, int FailedCritical, int Appealed, int Upheld);

/// <summary>What groups of reviews are made by. There is no grouping by advisor.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportGrouping>))]
public enum ReportGrouping
{
    /// <summary>All together.</summary>
    [JsonStringEnumMemberName("all")]
    All,

    /// <summary>The brand.</summary>
    [JsonStringEnumMemberName("brand")]
    Brand,

    /// <summary>The skill.</summary>
    [JsonStringEnumMemberName("skill")]
    Skill,

    /// <summary>What the conversation is about.</summary>
    [JsonStringEnumMemberName("reason")]
    Reason,

    /// <summary>The language.</summary>
    [JsonStringEnumMemberName("language")]
    Language,
}

/// <summary>Makes the report of a week. A group of fewer than five advisors is withheld, so that nobody is read out of a mean.</summary>
public sealed class ReviewReporter(ReviewLists lists, ITranscripts transcripts)
{
    /// <summary>The fewest advisors of a group: the KPI guard of docs/indicators.md.</summary>
    public const int LeastAdvisors = 5;

    /// <summary>The report.</summary>
    public async Task<ReviewReport> MakeAsync(string week, ReportGrouping by, CancellationToken cancellationToken)
    {
        var reviews = new List<(string Group, ConversationReview Review)>();
        await foreach (var review in lists.OfWeekAsync(week, cancellationToken))
        {
            if (review is { State: not ReviewState.Draft, CalibrationId: null, AdvisorId: not null })
            {
                reviews.Add((by == ReportGrouping.All ? "all" : await GroupAsync(review, by, cancellationToken), review));
            }
        }

        var groups = reviews.GroupBy(entry => entry.Group, entry => entry.Review)
            .OrderByDescending(Advisors).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        var shown = groups.Where(group => Advisors(group) >= LeastAdvisors).ToList();

        // What is withheld could be read out of the difference to the whole: then the smallest group that is large enough is withheld with it.
        var withheld = groups.Except(shown).SelectMany(group => group).ToList();
        while (withheld.Count > 0 && Advisors(withheld) < LeastAdvisors && shown.Count > 0)
        {
            withheld.AddRange(shown[^1]);
            shown.RemoveAt(shown.Count - 1);
        }

        return new(
            week,
            by,
            LeastAdvisors,
            [.. shown.OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Of(group.Key, [.. group]))],
            withheld.Count);
    }

    private static int Advisors(IEnumerable<ConversationReview> reviews) =>
        reviews.Select(review => review.AdvisorId).Distinct(StringComparer.Ordinal).Count();

    private static ReviewGroup Of(string name, IReadOnlyList<ConversationReview> reviews)
    {
        double[] scores = [.. reviews.Select(review => review.Score).OfType<double>()];
        return new(
            name,
            reviews.Count,
            scores.Length == 0 ? null : Math.Round(scores.Average(), 2),
            reviews.Count(review => review.FailedCritical.Count > 0),
            reviews.Count(review => review.Appeal is not null),
            reviews.Count(review => review.Appeal?.Upheld == true));
    }

    private async Task<string> GroupAsync(ConversationReview review, ReportGrouping by, CancellationToken cancellationToken)
    {
        if (await transcripts.ReadAsync(review.ConversationKey, cancellationToken) is not { } transcript)
        {
            return "unknown";
        }

        return by switch
        {
            ReportGrouping.Brand => transcript.Conversation.Brand,
            ReportGrouping.Skill => transcript.State.Corrections?.Skill ?? transcript.Assignment?.Decision.Skill ?? "unknown",
            ReportGrouping.Reason => transcript.State.Intent ?? "unknown",
            _ => transcript.State.Language,
        };
    }
}
