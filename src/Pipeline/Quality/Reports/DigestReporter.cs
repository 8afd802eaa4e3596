using Microsoft.Extensions.Options;
using Pipeline.Ports;
using Pipeline.Quality.Indicators;

namespace Pipeline.Quality.Reports;

/// <summary>
/// Makes the digest of a week. Its three conversations are chosen for what happened to the customer: a mood that was lifted most, thanks at the end of a hard
/// matter, and one who left unhappy; never for who answered.
/// </summary>
public sealed class DigestReporter(RollUps rollUps, IOptions<IndicatorOptions> options)
{
    private const int DaysPerWeek = 7;

    /// <summary>The digest of the week of a day.</summary>
    /// <param name="day">Any day of the week (UTC).</param>
    /// <param name="brand">The brand; null for all.</param>
    /// <param name="skill">The team; null for all teams.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DigestReport> ReportAsync(DateOnly day, string? brand, string? skill, CancellationToken cancellationToken)
    {
        var monday = IrritantReporter.Monday(day);
        var week = new ReportPeriod(monday, monday.AddDays(DaysPerWeek - 1), brand);
        var now = await rollUps.ReadAsync(new(brand), Dimension.Skill, week.From, week.To, cancellationToken);
        var before = await rollUps.ReadAsync(new(brand), Dimension.Skill, week.Before.From, week.Before.To, cancellationToken);
        var (conversations, rows) = await rollUps.ConversationsAsync(week.From, week.To, cancellationToken);
        var (teams, teamsBefore) = (now.Sum(), before.Sum());
        var withheld = SmallGroups.Withheld(teams, options.Value);
        var all = new Figures();
        foreach (var figures in teams.Values)
        {
            all.Add(figures);
        }

        var isSmall = SmallGroups.IsSmall(all, options.Value);
        return new()
        {
            French = CustomerSentence.French(all, isSmall),
            English = CustomerSentence.English(all, isSmall),
            From = week.From,
            To = week.To,
            Brand = brand,
            Teams =
            [
                .. teams.Where(team => team.Key != Dimensions.None && (skill is null || team.Key == skill)).Select(team => withheld.Contains(team.Key)
                    ? new TeamDigest { Skill = team.Key, Withheld = true }
                    : Team(team.Key, team.Value, teamsBefore.GetValueOrDefault(team.Key), conversations, brand)),
            ],
            RowsRead = now.RowsRead + before.RowsRead + rows,
            DaysMade = now.DaysMade + before.DaysMade,
        };
    }

    private TeamDigest Team(string skill, Figures figures, Figures? before, IReadOnlyList<Contribution> conversations, string? brand)
    {
        IReadOnlyList<Difference> differences = before is null || SmallGroups.IsSmall(before, options.Value)
            ? []
            : Difference.Between(IndicatorSets.Of(figures, options.Value), IndicatorSets.Of(before, options.Value));
        Contribution[] own = [.. conversations.Where(one => one.Skill == skill && (brand is null || one.Brand == brand))];
        return new()
        {
            Skill = skill,
            Withheld = false,
            Improved = [.. differences.Where(difference => difference.IsBetter == true)],
            Praise = Praise(figures, own.Count(one => one.Hard && one.Measures.Outcome == ConversationOutcome.Resolved)),
            Listen = Listen(own),
            ToTalkAbout = [.. differences.Where(difference => difference.IsBetter == false)],
        };
    }

    private static TeamPraise Praise(Figures figures, int hardResolved) => new(
        figures.Thanked,
        figures.Repaired,
        hardResolved,
        $"{figures.Thanked} clients ont remercié pour de bon, {figures.Repaired} humeurs ont été redressées, {hardResolved} cas difficiles ont été résolus.",
        $"{figures.Thanked} customers meant their thanks, {figures.Repaired} moods were lifted, {hardResolved} hard cases were solved.");

    private static IReadOnlyList<WorthListening> Listen(Contribution[] conversations)
    {
        var chosen = new List<WorthListening>();
        Choose(
            conversations.Where(one => one.Measures.Repaired == true).OrderByDescending(one => one.Measures.EndValence - one.Measures.StartValence),
            "lifted", "Une mauvaise humeur redressée.", "A bad mood that was lifted.");
        Choose(
            conversations.Where(one => one is { Hard: true, Thanked: true }).OrderByDescending(one => one.Measures.EndValence),
            "thankedInHardCase", "Un cas difficile, et un merci sincère.", "A hard case, and thanks that were meant.");
        Choose(
            conversations.Where(one => one.Measures.Outcome == ConversationOutcome.Unresolved).OrderBy(one => one.Measures.EndValence ?? 0),
            "leftUnhappy", "Un client reparti mécontent : qu'aurait-on pu lui proposer ?", "A customer who left unhappy: what could have been offered?");
        return chosen;

        void Choose(IOrderedEnumerable<Contribution> candidates, string why, string french, string english)
        {
            var link = candidates.ThenBy(one => one.Key, StringComparer.Ordinal).Select(one => TranscriptLinks.Conversation(one.Key))
                .FirstOrDefault(link => chosen.TrueForAll(other => other.ConversationAt != link));
            if (link is not null)
            {
                chosen.Add(new(link, why, french, english));
            }
        }
    }
}
