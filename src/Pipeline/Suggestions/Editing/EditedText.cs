using System.Text.Json.Serialization;

namespace Pipeline.Suggestions.Editing;

/// <summary>
/// What a phrase and an article have in common as texts that people write, approve and take back: nothing about it is checked yet
/// (<see cref="EditingRules"/> does).
/// </summary>
public abstract record EditedText
{
    /// <summary>Names the text within its language, such as <c>fr-holding-03</c>.</summary>
    [JsonPropertyOrder(-2)]
    public string? Id { get; init; }

    /// <summary>The language: fr or en.</summary>
    [JsonPropertyOrder(-1)]
    public string? Language { get; init; }

    /// <summary>The situations it is for; none means any.</summary>
    public IReadOnlyList<string>? Intents { get; init; }

    /// <summary>The brands that may use it; none means any.</summary>
    public IReadOnlyList<string>? Brands { get; init; }

    /// <summary>The id of the text in the other language that says the same.</summary>
    public string? Counterpart { get; init; }

    /// <summary>Which version of the text this is, from 1; each change raises it. None means 1.</summary>
    public int? Version { get; init; }

    /// <summary>Who wrote this version.</summary>
    public string? Author { get; init; }

    /// <summary>The peer who approved this version, never its author; none while it is a draft.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>The first day (UTC) on which it may be suggested; none means from ever.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day (UTC) on which it may be suggested; none means for ever.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>When the first version was written.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When this version was written.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>When it was retired; none while it is not.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>Who retired it.</summary>
    public string? RetiredBy { get; init; }

    /// <summary>Where it stands: follows from who approved and who retired it.</summary>
    [JsonIgnore]
    public EditingStatus Status =>
        RetiredAt is not null ? EditingStatus.Retired : ApprovedBy is not null ? EditingStatus.Approved : EditingStatus.Draft;

    /// <summary>Whether it may be suggested on a day (UTC): approved, not retired, and the day within its validity.</summary>
    public bool IsInForce(DateOnly day) =>
        Status == EditingStatus.Approved && !(day < ValidFrom) && !(day > ValidUntil);
}
