using System.Collections.Frozen;
using System.Text.Json;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Retrieval;

namespace Pipeline.Suggestions.Linting;

/// <summary>The expressions that rules look for (Lexicons/lint.json), by language and list, folded, with a space before and behind.</summary>
internal static class LintWords
{
    private const string FileName = "lint.json";

    private static readonly FrozenDictionary<(string Language, string List), string[]> Lists = Load();

    public static IReadOnlyList<string> Of(string language, string list) => Lists[(language, list)];

    private static FrozenDictionary<(string, string), string[]> Load()
    {
        using var content = typeof(LintWords).Assembly.GetManifestResourceStream(FileName)
            ?? throw new InvalidOperationException($"The program was built without {FileName}.");
        var languages = JsonSerializer.Deserialize(content, PhraseJson.Default.DictionaryStringDictionaryStringListString)!;
        return languages
            .SelectMany(language => language.Value.Select(list => (
                Key: (language.Key, list.Key),
                Words: list.Value.Select(expression => $" {TextTokens.FoldedWords(expression)} ").ToArray())))
            .ToFrozenDictionary(entry => entry.Key, entry => entry.Words);
    }
}
