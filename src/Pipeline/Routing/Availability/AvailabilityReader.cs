using Pipeline.Routing.Calendars;
using Pipeline.Routing.Capacity;
using Pipeline.Routing.Difficulty;

namespace Pipeline.Routing.Availability;

/// <summary>
/// Says whether somebody can answer a visitor now, from a picture of the advisors and the line that is some seconds old at most: visitors of
/// a busy site cost no more readings than those of a quiet one.
/// </summary>
public sealed class AvailabilityReader(
    AdvisorDirectory advisors,
    WaitingLine line,
    RoutingRulesSource routing,
    CapacityRulesSource capacity,
    CalendarRulesSource calendars,
    TimeProvider clock) : IDisposable
{
    /// <summary>How old the picture may be.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _gate = new(1);
    private volatile Picture? _picture;

    /// <summary>Reads it.</summary>
    /// <param name="page">The path of the page; null when not known.</param>
    /// <param name="brand">The brand; null when not known.</param>
    /// <param name="language">The language (fr, en); null when not known.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ServiceAvailability> ReadAsync(string? page, string? brand, string? language, CancellationToken cancellationToken)
    {
        var picture = await RecentAsync(cancellationToken);
        var skill = EntryPage.SkillOf(page, picture.Routing.SkillByPage) ?? picture.Routing.DefaultSkill;
        var need = new RoutingNeed(skill, LevelBand.FrontLine, language ?? "und", brand ?? "default");
        var now = clock.GetUtcNow();
        if (picture.Calendars.ClosingOf(skill, need.Brand, urgent: false, now) is { } closing)
        {
            return new ServiceAvailability { Skill = skill, Open = false, Show = false, OutOfHours = OpeningWords.Of(closing, now) };
        }

        var wait = Wait(picture, need, now);
        return new ServiceAvailability
        {
            Skill = skill,
            Open = true,
            Show = wait is not null,
            WaitSeconds = wait,
            ProposeAfterSeconds = wait == 0 ? ProposeAfter(picture.Capacity, page) : null,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    // With all places taken, one becomes free every handling time divided by the places; who comes now is served after those who wait.
    private static int? Wait(Picture picture, RoutingNeed need, DateTimeOffset now)
    {
        var rules = picture.Capacity;
        var ask = new AdvisorAsk("", need) { Effort = rules.Efforts.Ordinary, Pool = rules.PoolFor(need, TimeSpan.Zero) };
        var places = 0;
        foreach (var advisor in picture.Advisors)
        {
            places += AdvisorChoice.Suits(advisor, ask, now, rules.HeartbeatPatience) ? advisor.Profile.Capacity : 0;
        }

        if (places == 0)
        {
            return null;
        }

        var ahead = picture.Waiting.Count(entry => entry.Ask.Need.Skill == need.Skill);
        return ahead == 0 && AdvisorChoice.Of(picture.Advisors, ask, now, rules.HeartbeatPatience) is not null
            ? 0
            : (int)Math.Ceiling((ahead + 1) * rules.HandlingMinutes * 60.0 / places);
    }

    private static int ProposeAfter(CapacityRules rules, string? page) => rules.ProposeAfterSecondsByPage
        .Where(prefix => page?.StartsWith(prefix.Key, StringComparison.OrdinalIgnoreCase) == true)
        .OrderByDescending(prefix => prefix.Key.Length)
        .Select(prefix => (int?)prefix.Value)
        .FirstOrDefault() ?? rules.ProposeAfterSeconds;

    private async ValueTask<Picture> RecentAsync(CancellationToken cancellationToken)
    {
        if (_picture is { } recent && IsFresh(recent))
        {
            return recent;
        }

        // One reads for all who ask meanwhile.
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_picture is { } other && IsFresh(other))
            {
                return other;
            }

            var readAt = clock.GetTimestamp();
            return _picture = new Picture(
                await advisors.ReadAsync(cancellationToken),
                await line.ReadAsync(clock.GetUtcNow(), cancellationToken),
                await routing.ReadAsync(cancellationToken),
                await capacity.ReadAsync(cancellationToken),
                await calendars.ReadAsync(cancellationToken),
                readAt);
        }
        finally
        {
            _gate.Release();
        }
    }

    private bool IsFresh(Picture picture) => clock.GetElapsedTime(picture.ReadAt) < Fresh;

    private sealed record Picture(
        IReadOnlyList<Advisor> Advisors,
        IReadOnlyList<WaitingEntry> Waiting,
        RoutingRules Routing,
        CapacityRules Capacity,
        CalendarRules Calendars,
        long ReadAt);
}
