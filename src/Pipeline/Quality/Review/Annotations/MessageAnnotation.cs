using System.Text.Json.Serialization;

namespace Pipeline.Quality.Review.Annotations;

/// <summary>What a person noted at a message.</summary>
public sealed record MessageAnnotation
{
    /// <summary>The longest comment, in characters.</summary>
    public const int MaxComment = 500;

    /// <summary>Its id, unique in its conversation.</summary>
    public required string Id { get; init; }

    /// <summary>The message.</summary>
    public required string MessageId { get; init; }

    /// <summary>What it is a note of.</summary>
    public required AnnotationKind Kind { get; init; }

    /// <summary>A comment, masked; null for none.</summary>
    public string? Comment { get; init; }

    /// <summary>Who noted it.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>What a message is noted for: a closed list, so that notes can be found.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnnotationKind>))]
public enum AnnotationKind
{
    /// <summary>A good practice, to be shown to others.</summary>
    [JsonStringEnumMemberName("goodPractice")]
    GoodPractice,

    /// <summary>Something in the product, the process or a text that irritates customers.</summary>
    [JsonStringEnumMemberName("irritant")]
    Irritant,

    /// <summary>A matter of law or policy.</summary>
    [JsonStringEnumMemberName("compliance")]
    Compliance,

    /// <summary>An example to train from.</summary>
    [JsonStringEnumMemberName("trainingExample")]
    TrainingExample,

    /// <summary>A moment that delighted a customer.</summary>
    [JsonStringEnumMemberName("delight")]
    Delight,
}
