using System.Text.Json.Serialization;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Review.Samples;

/// <summary>What a sample is drawn from, and how. With the seed it says all: the same definition over the same conversations draws the same ones.</summary>
public sealed record SampleDefinition
{
    /// <summary>The first day (UTC).</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day (UTC).</summary>
    public required DateOnly To { get; init; }

    /// <summary>How many conversations to draw, 1 to <see cref="ReviewSample.MostDrawn"/>.</summary>
    public required int Size { get; init; }

    /// <summary>The seed.</summary>
    public required int Seed { get; init; }

    /// <summary>Only conversations of this brand.</summary>
    public string? Brand { get; init; }

    /// <summary>Only conversations in this language.</summary>
    public string? Language { get; init; }

    /// <summary>Only conversations of this skill.</summary>
    public string? Skill { get; init; }

    /// <summary>Only conversations about this.</summary>
    public string? Reason { get; init; }

    /// <summary>Only conversations on this channel.</summary>
    public string? Channel { get; init; }

    /// <summary>Only conversations that ended so.</summary>
    public ConversationOutcome? Outcome { get; init; }

    /// <summary>Only conversations at whose end the customer felt so.</summary>
    public Emotion? EndEmotion { get; init; }

    /// <summary>Only hard ones, or only easy ones.</summary>
    public bool? Hard { get; init; }

    /// <summary>What the strata are made by; null for a plain random sample.</summary>
    public SampleStratum? Stratify { get; init; }

    /// <summary>Whether each stratum gets the same number of places; else each gets its share of the conversations.</summary>
    public bool EqualStrata { get; init; }

    /// <summary>The most conversations of one advisor; null for no limit. It keeps a few from being looked at more than others.</summary>
    public int? MostPerAdvisor { get; init; }

    /// <summary>Whether conversations that have a review are left out.</summary>
    public bool ExcludeReviewed { get; init; }
}

/// <summary>What strata are made by.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SampleStratum>))]
public enum SampleStratum
{
    /// <summary>The brand.</summary>
    [JsonStringEnumMemberName("brand")]
    Brand,

    /// <summary>The language.</summary>
    [JsonStringEnumMemberName("language")]
    Language,

    /// <summary>What it is about.</summary>
    [JsonStringEnumMemberName("reason")]
    Reason,

    /// <summary>The skill.</summary>
    [JsonStringEnumMemberName("skill")]
    Skill,

    /// <summary>The advisor.</summary>
    [JsonStringEnumMemberName("advisor")]
    Advisor,

    /// <summary>How it ended.</summary>
    [JsonStringEnumMemberName("outcome")]
    Outcome,

    /// <summary>What the customer felt at its end.</summary>
    [JsonStringEnumMemberName("endEmotion")]
    EndEmotion,

    /// <summary>The channel.</summary>
    [JsonStringEnumMemberName("channel")]
    Channel,

    /// <summary>Whether it was hard.</summary>
    [JsonStringEnumMemberName("hard")]
    Hard,
}

/// <summary>A sample that was drawn. It is kept, so that it can be drawn again and defended.</summary>
public sealed record ReviewSample
{
    /// <summary>The most conversations of one sample.</summary>
    public const int MostDrawn = 500;

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>How it was drawn.</summary>
    public required SampleDefinition Definition { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset DrawnAt { get; init; }

    /// <summary>By whom.</summary>
    public required string DrawnBy { get; init; }

    /// <summary>How many conversations it was drawn from.</summary>
    public required int Population { get; init; }

    /// <summary>The SHA-256 of their keys, ordered, as hexadecimal digits: whether it was drawn from the same ones.</summary>
    public required string PopulationDigest { get; init; }

    /// <summary>How many of them each stratum has, and how many were drawn; one stratum without a name for a plain sample.</summary>
    public required IReadOnlyList<StratumShare> Strata { get; init; }

    /// <summary>The conversations, in the order of the draw: the first n of a plain sample are a plain sample of n.</summary>
    public required IReadOnlyList<string> Conversations { get; init; }
}

/// <summary>A stratum of a sample.</summary>
/// <param name="Name">The value; empty for conversations without one.</param>
/// <param name="Population">How many conversations it has.</param>
/// <param name="Drawn">How many were drawn.</param>
public sealed record StratumShare(string Name, int Population, int Drawn);
