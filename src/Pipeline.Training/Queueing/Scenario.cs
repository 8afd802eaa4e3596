using System.Text.Json.Serialization;
using Pipeline.Routing;

namespace Pipeline.Training.Queueing;

/// <summary>A day of a contact centre: who writes, how long they wait, what their conversations take, and who is there (docs/simulation.md).</summary>
internal sealed record Scenario
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it stands for, and why its figures are what they are.</summary>
    public required string Why { get; init; }

    /// <summary>When it begins.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>How long it lasts, in hours; who is still there then counts as in the system.</summary>
    public required int Hours { get; init; }

    /// <summary>Who writes: several streams add up.</summary>
    public required IReadOnlyList<ArrivalStream> Streams { get; init; }

    /// <summary>How long customers wait for an advisor; null for without end.</summary>
    public Patience? Patience { get; init; }

    /// <summary>How long conversations take.</summary>
    public required Handling Handling { get; init; }

    /// <summary>How much of an advisor's capacity conversations really take, in slots.</summary>
    public required Attention Attention { get; init; }

    /// <summary>
    /// What an advisor loses to changing between conversations: at a load of (1 + x) times their capacity they do 1 / (1 + loss · x) of the work
    /// that they do at capacity.
    /// </summary>
    public required double LossAboveCapacity { get; init; }

    /// <summary>By how much a conversation takes longer with an advisor who lacks its skill, or the level that it really needs.</summary>
    public required double WithoutSkill { get; init; }

    /// <summary>How well it is seen, when a conversation begins, that it is hard and that its customer is angry.</summary>
    public required Judgement Judgement { get; init; }

    /// <summary>The mean wait that staffing aims at, in minutes.</summary>
    public required double TargetWaitMinutes { get; init; }

    /// <summary>The advisors, as the product knows them, with their half-days.</summary>
    public required IReadOnlyList<AdvisorSeed> Advisors { get; init; }
}

/// <summary>Customers who write.</summary>
internal sealed record ArrivalStream
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>From which hour of the scenario on; 0 is the first.</summary>
    public int FromHour { get; init; }

    /// <summary>How many write in each hour from then on, on average; a Poisson process.</summary>
    public required IReadOnlyList<double> PerHour { get; init; }

    /// <summary>The shares of the brands, which add up to 1.</summary>
    public required IReadOnlyDictionary<string, double> Brands { get; init; }

    /// <summary>The shares of the languages.</summary>
    public required IReadOnlyDictionary<string, double> Languages { get; init; }

    /// <summary>The shares of the skills that are needed.</summary>
    public required IReadOnlyDictionary<string, double> Skills { get; init; }

    /// <summary>The share that is hard, and needs a specialist.</summary>
    public required double Hard { get; init; }

    /// <summary>The share whose customer is angry, whether hard or not.</summary>
    public required double Angry { get; init; }

    /// <summary>The share that is urgent.</summary>
    public double Urgent { get; init; }

    /// <summary>The share whose customer had an advisor before.</summary>
    public double Returning { get; init; }
}

/// <summary>How long customers wait: Weibull.</summary>
/// <param name="MeanMinutes">The mean.</param>
/// <param name="Shape">The shape; 1 for exponential, more for customers who give up at about the same time.</param>
internal sealed record Patience(double MeanMinutes, double Shape);

/// <summary>How long conversations take with an advisor who is not above capacity, in minutes on average.</summary>
/// <param name="OrdinaryMinutes">An ordinary one.</param>
/// <param name="AngryMinutes">One whose customer is angry.</param>
/// <param name="HardMinutes">A hard one, angry or not.</param>
/// <param name="Variation">The standard deviation as a share of the mean: of a log-normal; 0 for all alike.</param>
/// <param name="Exponential">Exponential instead, as the formulas of Erlang have it.</param>
internal sealed record Handling(double OrdinaryMinutes, double AngryMinutes, double HardMinutes, double Variation, bool Exponential = false)
{
    /// <summary>The mean of a conversation.</summary>
    public double Of(bool hard, bool angry) => hard ? HardMinutes : angry ? AngryMinutes : OrdinaryMinutes;
}

/// <summary>How much of an advisor conversations take, in slots.</summary>
/// <param name="Ordinary">An ordinary one.</param>
/// <param name="Angry">One whose customer is angry.</param>
/// <param name="Hard">A hard one.</param>
internal sealed record Attention(double Ordinary, double Angry, double Hard)
{
    /// <summary>That of a conversation: the heavier counts.</summary>
    public double Of(bool hard, bool angry) => Math.Max(Ordinary, Math.Max(hard ? Hard : 0, angry ? Angry : 0));
}

/// <summary>How well something is seen.</summary>
/// <param name="Found">The share that is found of what is so.</param>
/// <param name="FalseAlarms">The share that is taken for so of what is not.</param>
internal sealed record Judgement(double Found, double FalseAlarms);

/// <summary>How scenarios are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Scenario))]
internal sealed partial class ScenarioJson : JsonSerializerContext;
