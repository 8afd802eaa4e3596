using System.Collections.Frozen;
using Pipeline.Messages;

namespace Pipeline.Suggestions.Library;

/// <summary>The words that stand for categories, tones, levels and languages in phrase files, table rows and suggestions.</summary>
public static class PhraseWords
{
    private static readonly FrozenDictionary<string, PhraseCategory> Categories = new Dictionary<string, PhraseCategory>
    {
        ["greeting"] = PhraseCategory.Greeting,
        ["holding"] = PhraseCategory.Holding,
        ["question"] = PhraseCategory.Question,
        ["explanation"] = PhraseCategory.Explanation,
        ["apology"] = PhraseCategory.Apology,
        ["congratulation"] = PhraseCategory.Congratulation,
        ["closing"] = PhraseCategory.Closing,
        ["handover"] = PhraseCategory.Handover,
        ["web_link"] = PhraseCategory.WebLink,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, PhraseTone> Tones = new Dictionary<string, PhraseTone>
    {
        ["neutral"] = PhraseTone.Neutral,
        ["warm"] = PhraseTone.Warm,
        ["apologetic"] = PhraseTone.Apologetic,
        ["plain"] = PhraseTone.Plain,
        ["celebratory"] = PhraseTone.Celebratory,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, AdvisorLevel> Levels = new Dictionary<string, AdvisorLevel>
    {
        ["novice"] = AdvisorLevel.Novice,
        ["confirmed"] = AdvisorLevel.Confirmed,
        ["expert"] = AdvisorLevel.Expert,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<PhraseCategory, string> CategoryNames =
        Categories.ToFrozenDictionary(entry => entry.Value, entry => entry.Key);

    private static readonly FrozenDictionary<PhraseTone, string> ToneNames =
        Tones.ToFrozenDictionary(entry => entry.Value, entry => entry.Key);

    private static readonly FrozenDictionary<AdvisorLevel, string> LevelNames =
        Levels.ToFrozenDictionary(entry => entry.Value, entry => entry.Key);

    /// <summary>The languages that replies are written in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["fr", "en"];

    /// <summary>The word for a category, such as <c>web_link</c>.</summary>
    public static string Name(PhraseCategory category) => CategoryNames[category];

    /// <summary>The word for a tone, such as <c>warm</c>.</summary>
    public static string Name(PhraseTone tone) => ToneNames[tone];

    /// <summary>The word for a level, such as <c>novice</c>.</summary>
    public static string Name(AdvisorLevel level) => LevelNames[level];

    /// <summary>Reads the word for a category; null when there is none such.</summary>
    public static PhraseCategory? Category(string? word) =>
        word is not null && Categories.TryGetValue(word, out var category) ? category : null;

    /// <summary>Reads the word for a tone; null when there is none such.</summary>
    public static PhraseTone? Tone(string? word) => word is not null && Tones.TryGetValue(word, out var tone) ? tone : null;

    /// <summary>Reads the word for a level; null when there is none such.</summary>
    public static AdvisorLevel? Level(string? word) => word is not null && Levels.TryGetValue(word, out var level) ? level : null;
}
