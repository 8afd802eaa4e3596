using System.Text.Json.Serialization;

namespace Pipeline.Quality.Indicators;

/// <summary>By what figures are grouped. There is none by person.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Dimension>))]
public enum Dimension
{
    /// <summary>All together.</summary>
    [JsonStringEnumMemberName("all")]
    All,

    /// <summary>The brand.</summary>
    [JsonStringEnumMemberName("brand")]
    Brand,

    /// <summary>The channel.</summary>
    [JsonStringEnumMemberName("channel")]
    Channel,

    /// <summary>The language.</summary>
    [JsonStringEnumMemberName("language")]
    Language,

    /// <summary>The skill.</summary>
    [JsonStringEnumMemberName("skill")]
    Skill,

    /// <summary>The reason.</summary>
    [JsonStringEnumMemberName("reason")]
    Reason,

    /// <summary>The phase of the customer's journey.</summary>
    [JsonStringEnumMemberName("phase")]
    Phase,

    /// <summary>With suggestions, or with suggestions held out.</summary>
    [JsonStringEnumMemberName("assistance")]
    Assistance,

    /// <summary>How the chat was begun, as the platform told.</summary>
    [JsonStringEnumMemberName("entry")]
    Entry,
}

/// <summary>Of whom roll-ups are: all brands, or one.</summary>
/// <param name="Brand">The brand; null for all.</param>
public readonly record struct RollUpScope(string? Brand)
{
    /// <summary>All brands.</summary>
    public static RollUpScope All => new(null);
}

/// <summary>Where a conversation belongs in a dimension.</summary>
public static class Dimensions
{
    /// <summary>What has no value: no skill, no reason, no language.</summary>
    public const string None = "none";

    /// <summary>All dimensions.</summary>
    public static IReadOnlyList<Dimension> Every { get; } = Enum.GetValues<Dimension>();

    /// <summary>The group of a conversation.</summary>
    public static string ValueOf(Contribution contribution, Dimension dimension) => dimension switch
    {
        Dimension.All => "all",
        Dimension.Brand => contribution.Brand,
        Dimension.Channel => contribution.Channel,
        Dimension.Language => contribution.Language,
        Dimension.Skill => contribution.Skill ?? None,
        Dimension.Reason => contribution.Reason ?? None,
        Dimension.Phase => contribution.Measures.Phase,
        Dimension.Assistance => contribution.Measures switch
        {
            { SuggestedAnswers: 0 } => None,
            { HeldOut: true } => "heldOut",
            _ => "assisted",
        },
        _ => contribution.Measures.Entry?.ToString() ?? None,
    };
}
