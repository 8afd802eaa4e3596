using Pipeline.Suggestions.Editing;

namespace Pipeline.Suggestions.Knowledge;

/// <summary>An article as somebody wrote it: nothing about it is checked yet. <see cref="Article"/> checks it.</summary>
public sealed record ArticleDraft : EditedText
{
    /// <summary>What it is about, in one line.</summary>
    public string? Title { get; init; }

    /// <summary>What an advisor needs to know, in words that may be said to a customer, with slots such as <c>{link:tracking}</c>.</summary>
    public string? Body { get; init; }

    /// <summary>The questions that it answers, as customers ask them.</summary>
    public IReadOnlyList<string>? Questions { get; init; }

    /// <summary>Where the facts come from, such as a guide or a page.</summary>
    public string? Source { get; init; }
}
