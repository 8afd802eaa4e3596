using Pipeline.Routing;
using Pipeline.Training.Queueing;

namespace Pipeline.Tests.Training.Queueing;

/// <summary>Scenarios that formulas know the answer of.</summary>
internal static class Scenarios
{
    /// <summary>The normal day that comes with the program.</summary>
    public static Scenario NormalDay { get; } = ScenarioFile.Read("normal-day");

    /// <summary>A day of Erlang's queue: one advisor is so many servers, everything alike and exponential, everything seen.</summary>
    /// <param name="perHour">Arrivals an hour, all day.</param>
    /// <param name="servers">How many conversations at once.</param>
    /// <param name="handling">The mean handling time, in minutes.</param>
    /// <param name="patience">The mean patience, in minutes; null for no end.</param>
    public static Scenario Erlang(double perHour, int servers, double handling, double? patience)
    {
        var alike = new Dictionary<string, double> { ["one"] = 1 };
        return NormalDay with
        {
            Hours = 24,
            Streams =
            [
                NormalDay.Streams[0] with
                {
                    PerHour = [.. Enumerable.Repeat(perHour, 24)], Brands = alike, Languages = new Dictionary<string, double> { ["en"] = 1 },
                    Skills = alike, Hard = 0, Angry = 0, Urgent = 0, Returning = 0,
                },
            ],
            Patience = patience is { } mean ? new(mean, 1) : null,
            Handling = new(handling, handling, handling, 1, Exponential: true),
            Judgement = new(1, 0),
            Advisors = [Advisor("a", servers)],
        };
    }

    /// <summary>An advisor without a schedule who can do what those customers need.</summary>
    public static AdvisorSeed Advisor(string id, int capacity) => new()
    {
        Id = id,
        FirstName = id,
        Skills = new Dictionary<string, int> { ["one"] = 1 },
        Languages = ["en"],
        Capacity = capacity,
    };
}
