using System.Collections.Frozen;
using System.Text.Json;

namespace Pipeline.Quality.Review.PreScoring;

/// <summary>The words that the rules look for (Lexicons/review-cues.json), by list: plain, with a space before; a star ends a word that may go on.</summary>
internal sealed class ReviewCues
{
    private const string FileName = "review-cues.json";

    private static readonly FrozenDictionary<string, ReviewCues> Languages = Load();

    private readonly FrozenDictionary<string, string[]> _lists;

    private ReviewCues(IReadOnlyDictionary<string, IReadOnlyList<string>> lists) => _lists = lists.ToFrozenDictionary(
        list => list.Key,
        list => list.Value.Select(cue => cue.EndsWith('*') ? PlainWords.Of(cue).TrimEnd() : PlainWords.Of(cue)).ToArray(),
        StringComparer.Ordinal);

    public static ReviewCues Of(string language) => Languages[language];

    /// <summary>The first cue of a list in a plain text; null when none is.</summary>
    public string? Find(string list, string plain) => PlainWords.First(plain, _lists[list]);

    public bool Has(string list, string plain) => Find(list, plain) is not null;

    private static FrozenDictionary<string, ReviewCues> Load()
    {
        using var stream = typeof(ReviewCues).Assembly.GetManifestResourceStream(FileName)
            ?? throw new InvalidOperationException($"The program was built without {FileName}.");
        return JsonSerializer.Deserialize(stream, ReviewJson.Default.DictionaryStringDictionaryStringIReadOnlyListString)!
            .ToFrozenDictionary(language => language.Key, language => new ReviewCues(language.Value), StringComparer.Ordinal);
    }
}
