using Pipeline.Routing;

namespace Pipeline.Training.Queueing;

/// <summary>Customers who need the same advisors.</summary>
/// <param name="Able">The places of the advisors who can take them, in the list of those who are there.</param>
/// <param name="PerMinute">How many write a minute.</param>
/// <param name="Handling">Their mean handling time, in minutes.</param>
/// <param name="Slots">How many slots their conversations take at once when nobody waits.</param>
internal sealed record StaffingDemand(IReadOnlySet<int> Able, double PerMinute, double Handling, double Slots)
{
    private static readonly bool[] Either = [false, true];

    /// <summary>The demands of an hour: kinds that the same advisors can take are one.</summary>
    public static IReadOnlyList<StaffingDemand> Of(Scenario scenario, int hour, IReadOnlyList<AdvisorSeed> there) =>
    [
        .. Kinds(scenario, hour, there).Where(kind => kind.PerMinute > 0)
            .GroupBy(kind => string.Join(',', kind.Able.Order()), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Together([.. group])),
    ];

    /// <summary>Demands as one that whoever can take any of them can take.</summary>
    public static StaffingDemand Together(IReadOnlyList<StaffingDemand> demands)
    {
        var perMinute = demands.Sum(demand => demand.PerMinute);
        return new(
            demands.SelectMany(demand => demand.Able).ToHashSet(),
            perMinute,
            demands.Sum(demand => demand.PerMinute * demand.Handling) / perMinute,
            demands.Sum(demand => demand.Slots));
    }

    private static IEnumerable<StaffingDemand> Kinds(Scenario scenario, int hour, IReadOnlyList<AdvisorSeed> there) =>
        from stream in scenario.Streams
        where hour >= stream.FromHour && hour < stream.FromHour + stream.PerHour.Count
        from brand in stream.Brands
        from language in stream.Languages
        from skill in stream.Skills
        from hard in Either
        from angry in Either
        let share = brand.Value * language.Value * skill.Value * (hard ? stream.Hard : 1 - stream.Hard) * (angry ? stream.Angry : 1 - stream.Angry)
        let perMinute = share * stream.PerHour[hour - stream.FromHour] / 60
        let handling = scenario.Handling.Of(hard, angry)
        let able = Enumerable.Range(0, there.Count).Where(place => IsAble(there[place], skill.Key, hard, language.Key, brand.Key)).ToHashSet()
        select new StaffingDemand(able, perMinute, handling, perMinute * handling * scenario.Attention.Of(hard, angry));

    private static bool IsAble(AdvisorSeed advisor, string skill, bool hard, string language, string brand) =>
        advisor.Skills.TryGetValue(skill, out var level) && level >= (hard ? LevelBand.FrontLine + 1 : LevelBand.FrontLine)
        && advisor.Languages.Contains(language) && (advisor.Brands.Count == 0 || advisor.Brands.Contains(brand));
}
