using System.Globalization;
using Pipeline.Messages;
using Pipeline.Routing;
using Pipeline.Routing.Capacity;
using Pipeline.Routing.Difficulty;

namespace Pipeline.Training.Queueing;

/// <summary>Draws the customers of a day. What a policy does changes nothing of it: policies are compared by common random numbers.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="rules">The rules of routing that the program comes with: their priorities, levels and difficulty count.</param>
internal sealed class CustomerDraw(Scenario scenario, RoutingRules rules)
{
    private readonly Dictionary<(string Skill, string Language, string Brand), IReadOnlyList<AdvisorSeed>> _able = [];

    /// <summary>The customers in the order in which they write.</summary>
    public IReadOnlyList<QueuedCustomer> Draw(int seed)
    {
        var all = scenario.Streams.SelectMany((stream, number) => Draw(stream, new Draws(HashCode(seed, number))))
            .OrderBy(drawn => drawn.At).ToList();
        return [.. all.Select((drawn, index) => Customer(drawn, index))];
    }

    // A seed of its own for each stream, so that one more stream leaves the others as they are.
    private static int HashCode(int seed, int stream) => unchecked((seed * 7919) + (stream * 104729) + 1);

    // A Poisson process whose rate is constant within each hour: exponential steps of the summed rate.
    private IEnumerable<Drawn> Draw(ArrivalStream stream, Draws draws)
    {
        var (brands, languages, skills) = (Ordered(stream.Brands), Ordered(stream.Languages), Ordered(stream.Skills));
        var sum = draws.Exponential();
        var before = 0.0;
        for (var hour = 0; hour < stream.PerHour.Count; hour++)
        {
            var rate = stream.PerHour[hour];
            for (; sum < before + rate; sum += draws.Exponential())
            {
                var at = 60 * (stream.FromHour + hour + ((sum - before) / rate));
                var (hard, angry) = (draws.Chance(stream.Hard), draws.Chance(stream.Angry));
                var mean = scenario.Handling.Of(hard, angry);
                var (brand, language, skill) = (draws.Share(brands), draws.Share(languages), draws.Share(skills));
                var seenHard = draws.Chance(hard ? scenario.Judgement.Found : scenario.Judgement.FalseAlarms);
                var seenAngry = draws.Chance(angry ? scenario.Judgement.Found : scenario.Judgement.FalseAlarms);
                var urgent = draws.Chance(stream.Urgent);
                var returning = draws.Chance(stream.Returning);
                var former = draws.Among(Able(skill, language, brand));
                var work = scenario.Handling.Exponential ? mean * draws.Exponential() : draws.LogNormal(mean, scenario.Handling.Variation);
                var patience = scenario.Patience is { } limit ? draws.Weibull(limit.MeanMinutes, limit.Shape) : double.PositiveInfinity;
                yield return new(
                    at, new RoutingNeed(skill, LevelBand.FrontLine, language, brand), hard, angry, seenHard, seenAngry, urgent,
                    returning ? former?.Id : null, work, patience);
            }

            before += rate;
        }
    }

    private QueuedCustomer Customer(Drawn drawn, int number)
    {
        // The least that a hard one has: what is known of it is that it is hard.
        var difficulty = drawn.SeenHard ? rules.HardAt : 0;
        var level = rules.Bands.Where(band => difficulty >= band.From).Select(band => band.Level).DefaultIfEmpty(LevelBand.FrontLine).Max();
        var decision = new RoutingDecision
        {
            Hard = drawn.SeenHard,
            Difficulty = difficulty,
            Skill = drawn.Need.Skill,
            Level = level,
            Urgent = drawn.Urgent,
            Priority = QueuePriority.Base(rules.Priority, drawn.Urgent, wantsPerson: false, difficulty),
            PriorityPerMinute = rules.Priority.PerMinute,
            Reasons = [],
            RulesVersion = rules.Version,
        };
        var key = string.Create(CultureInfo.InvariantCulture, $"customer-{number:00000}");
        var ask = new AdvisorAsk(key, drawn.Need with { Level = level });
        return new()
        {
            At = drawn.At,
            Patience = drawn.Patience,
            Work = drawn.Work,
            Hard = drawn.Hard,
            Attention = scenario.Attention.Of(drawn.Hard, drawn.Angry),
            SeenHard = drawn.SeenHard,
            SeenAngry = drawn.SeenAngry,
            Former = drawn.Former,
            Entry = new(ask, decision, scenario.Start.AddMinutes(drawn.At)),
        };
    }

    private IReadOnlyList<AdvisorSeed> Able(string skill, string language, string brand)
    {
        if (!_able.TryGetValue((skill, language, brand), out var able))
        {
            _able[(skill, language, brand)] = able =
            [
                .. scenario.Advisors.Where(advisor => advisor.Skills.ContainsKey(skill) && advisor.Languages.Contains(language)
                    && (advisor.Brands.Count == 0 || advisor.Brands.Contains(brand))),
            ];
        }

        return able;
    }

    private static KeyValuePair<string, double>[] Ordered(IReadOnlyDictionary<string, double> shares) =>
        [.. shares.OrderBy(share => share.Key, StringComparer.Ordinal)];

    private sealed record Drawn(
        double At, RoutingNeed Need, bool Hard, bool Angry, bool SeenHard, bool SeenAngry, bool Urgent, string? Former, double Work, double Patience);
}
