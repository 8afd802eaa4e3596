using System.Collections.Frozen;
using System.Text.Json;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Retrieval;

namespace Pipeline.Suggestions.Replies;

/// <summary>The words that this room looks for (Lexicons/replies.json), by language and list, folded.</summary>
internal sealed class ReplyWords
{
    private const string FileName = "replies.json";

    private static readonly FrozenDictionary<string, ReplyWords> ByLanguage = Load();

    private readonly FrozenDictionary<string, string[]> _expressions;
    private readonly FrozenDictionary<string, FrozenSet<string>> _words;

    private ReplyWords(Dictionary<string, List<string>> lists)
    {
        _expressions = lists.ToFrozenDictionary(
            list => list.Key, list => list.Value.Select(entry => $" {TextTokens.FoldedWords(entry)} ").ToArray(), StringComparer.Ordinal);
        _words = lists.ToFrozenDictionary(
            list => list.Key, list => list.Value.Select(PlainText.Fold).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>The words of a language: fr or en.</summary>
    public static ReplyWords For(string language) => ByLanguage[language];

    /// <summary>Whether a text, by <see cref="TextTokens.FoldedWords"/> with a blank around it, holds an expression of a list.</summary>
    public bool Says(string list, string folded) =>
        Array.Exists(_expressions[list], expression => folded.Contains(expression, StringComparison.Ordinal));

    /// <summary>Whether a folded word is in a list.</summary>
    public bool Has(string list, string word) => _words[list].Contains(word);

    private static FrozenDictionary<string, ReplyWords> Load()
    {
        using var content = typeof(ReplyWords).Assembly.GetManifestResourceStream(FileName)
            ?? throw new InvalidOperationException($"The program was built without {FileName}.");
        var languages = JsonSerializer.Deserialize(content, PhraseJson.Default.DictionaryStringDictionaryStringListString)!;
        return languages.ToFrozenDictionary(entry => entry.Key, entry => new ReplyWords(entry.Value), StringComparer.Ordinal);
    }
}
