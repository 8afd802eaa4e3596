using System.Globalization;
using System.Text.Json.Serialization;

namespace Pipeline.Quality.Review.PreScoring;

/// <summary>An answer to a question: one of the three.</summary>
public sealed record AnswerValue
{
    /// <summary>Yes or no.</summary>
    public bool? Yes { get; init; }

    /// <summary>A point of a scale, from 1.</summary>
    public int? Point { get; init; }

    /// <summary>The question does not apply.</summary>
    public bool NotApplicable { get; init; }

    /// <summary>Yes.</summary>
    public static AnswerValue Affirmed { get; } = new() { Yes = true };

    /// <summary>No.</summary>
    public static AnswerValue Denied { get; } = new() { Yes = false };

    /// <summary>It does not apply.</summary>
    public static AnswerValue NoMatter { get; } = new() { NotApplicable = true };

    /// <summary>As one word, for comparing: yes, no, na or the point.</summary>
    [JsonIgnore]
    public string Word => NotApplicable ? "na" : Yes is { } yes ? (yes ? "yes" : "no") : Point?.ToString(CultureInfo.InvariantCulture) ?? "";
}
