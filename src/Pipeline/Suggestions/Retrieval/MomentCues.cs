using System.Collections.Frozen;
using System.Text.Json;
using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>Expressions that tell where a conversation stands (Lexicons/moments.json), found as whole words whatever their accents.</summary>
internal sealed class MomentCues
{
    private const string FileName = "moments.json";

    private static readonly FrozenDictionary<string, MomentCues> ByLanguage = Load();

    private readonly FrozenDictionary<string, string[]> _cues;
    private readonly FrozenSet<string> _blockers;

    private MomentCues(Dictionary<string, List<string>> lists)
    {
        _cues = lists.ToFrozenDictionary(
            list => list.Key,
            list => list.Value.Select(cue => $" {TextTokens.FoldedWords(cue)} ").ToArray(),
            StringComparer.Ordinal);
        _blockers = _cues["blockers"].Select(word => word.Trim()).ToFrozenSet(StringComparer.Ordinal);
    }

    public static MomentCues For(string language) => ByLanguage[language];

    /// <summary>Whether the text says that it works; "ça ne marche pas", "it is not fixed" and "si ça marche" do not.</summary>
    /// <param name="words">The text by <see cref="TextTokens.FoldedWords"/>.</param>
    public bool SaySolved(string words) => HasUnblocked("solved", words);

    /// <summary>Whether the text of a customer who is glad names something that is as it should be again.</summary>
    /// <param name="words">The text by <see cref="TextTokens.FoldedWords"/>.</param>
    public bool SayRestored(string words) => HasUnblocked("restored", words);

    /// <summary>Whether the text thanks for the whole or takes leave.</summary>
    public bool SayParting(string words) => Has("parting", words);

    /// <summary>Whether the text complains that nobody answers.</summary>
    public bool SayWaiting(string words) => Has("waiting", words);

    /// <summary>Whether the text says ok, thanks or wait.</summary>
    public bool SayAcknowledging(string words) => Has("acknowledging", words);

    /// <summary>Whether the text thanks; "thanks, but" does not.</summary>
    public bool SayThanks(string words) => HasUnblocked("thanking", words);

    /// <summary>Whether the text says that something is being looked into.</summary>
    public bool SayChecking(string words) => Has("checking", words);

    /// <summary>Whether the text says sorry.</summary>
    public bool SayApology(string words) => Has("apologised", words);

    private static FrozenDictionary<string, MomentCues> Load()
    {
        using var content = typeof(MomentCues).Assembly.GetManifestResourceStream(FileName)
            ?? throw new InvalidOperationException($"The program was built without {FileName}.");
        var lists = JsonSerializer.Deserialize(content, PhraseJson.Default.DictionaryStringDictionaryStringListString)!;
        return lists.ToFrozenDictionary(entry => entry.Key, entry => new MomentCues(entry.Value), StringComparer.Ordinal);
    }

    private bool Has(string list, string words)
    {
        var text = $" {words} ";
        return _cues[list].Any(cue => text.Contains(cue, StringComparison.Ordinal));
    }

    private bool HasUnblocked(string list, string words)
    {
        var text = $" {words} ";
        return _cues[list].Any(cue =>
            text.IndexOf(cue, StringComparison.Ordinal) is var at and >= 0
            && !text[..at].Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeLast(2).Any(_blockers.Contains)
            && !text[(at + cue.Length)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2).Any(_blockers.Contains));
    }
}
