using Pipeline.Messages;
using Pipeline.Scoring.Intents;
using Pipeline.Scoring.Language;

namespace Pipeline.Scoring.Lexicons;

/// <summary>The word lists of all languages, compiled. Loaded once; immutable.</summary>
internal sealed class Lexicon
{
    private static readonly string[] Languages = ["fr", "en"];

    private readonly VocabularyBuilder _builder = new();
    private readonly Dictionary<string, WordsFile> _words = [];
    private readonly Dictionary<string, HashSet<int>> _symbols =
        Languages.ToDictionary(language => language, _ => new HashSet<int>(), StringComparer.Ordinal);

    private Lexicon()
    {
        foreach (var language in (string[])[.. Languages, "other"])
        {
            AddWords($"words.{language}.json");
        }

        var emoji = LexiconResource.Read("emoji.json", LexiconJson.Default.FeelingsFile);
        var unfinished = Languages.Select(language => (language, Trie: Phrases(language, emoji))).ToArray();
        var spellings = Languages.ToDictionary(language => language, language => Spellings(language), StringComparer.Ordinal);
        Vocabulary = _builder.Build();
        French = Finish(unfinished[0].language, unfinished[0].Trie, spellings["fr"]);
        English = Finish(unfinished[1].language, unfinished[1].Trie, spellings["en"]);
        Cues = new LanguageCues(
            [.. _symbols["fr"].Except(_symbols["en"])], [.. _symbols["en"].Except(_symbols["fr"])], _builder.Symbols,
            (language, name) => _builder.Class(language, name));
    }

    /// <summary>The lexicon of the embedded files.</summary>
    /// <exception cref="LexiconException">A file or an entry is wrong.</exception>
    public static Lexicon Load() => new();

    /// <summary>The words of all languages.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>French.</summary>
    public LanguageLexicon French { get; }

    /// <summary>English.</summary>
    public LanguageLexicon English { get; }

    /// <summary>What each symbol says about the language.</summary>
    public LanguageCues Cues { get; }

    private void AddWords(string file)
    {
        var words = LexiconResource.Read(file, LexiconJson.Default.WordsFile);
        _words[words.Language] = words;
        _builder.AddClass(file, words.Language, "strong", words.Strong);
        _builder.AddClass(file, words.Language, "weak", words.Weak);
        foreach (var (name, members) in words.Classes ?? new Dictionary<string, IReadOnlyList<string>>())
        {
            _builder.AddClass(file, words.Language, name, members);
        }
    }

    private (PhraseTrie Trie, List<object> Entries) Phrases(string language, FeelingsFile emoji)
    {
        var trie = new PhraseTrie();
        var entries = new List<object>();
        var feelings = $"feelings.{language}.json";
        foreach (var group in LexiconResource.Read(feelings, LexiconJson.Default.FeelingsFile).Groups.Concat(emoji.Groups))
        {
            if (Math.Abs(group.Valence) > 1 || group.Aggression is < 0 or > 1)
            {
                throw new LexiconException(feelings, group.Phrases[0], "valence goes from -1 to 1, aggression from 0 to 1.");
            }

            Add(feelings, group, group.Phrases);
        }

        var intents = $"intents.{language}.json";
        foreach (var group in LexiconResource.Read(intents, LexiconJson.Default.IntentsFile).Intents)
        {
            Check(intents, group.Intent, IntentNames.Ordered);
            Add(intents, group, group.Phrases);
        }

        var signals = $"signals.{language}.json";
        foreach (var group in LexiconResource.Read(signals, LexiconJson.Default.SignalsFile).Signals)
        {
            Check(signals, group.Signal, SignalNames.OfTexts);
            Add(signals, group, group.Phrases);
            Add(signals, new SignalException(group.Signal), group.Except ?? []);
        }

        return (trie, entries);

        void Add(string file, object entry, IReadOnlyList<string> phrases)
        {
            foreach (var phrase in phrases)
            {
                var pattern = PhrasePattern.Parse(phrase, language, _builder, file);
                _symbols[language].UnionWith(pattern.Symbols);
                trie.Add(pattern, entries.Count);
            }

            entries.Add(entry);
        }
    }

    private static void Check(string file, string name, IReadOnlyList<string> names)
    {
        if (!names.Contains(name))
        {
            throw new LexiconException(file, name, $"the names are {string.Join(", ", names)}.");
        }
    }

    /// <summary>The spellings of a language as forms: their words must be in the vocabulary before it is built.</summary>
    private List<(string Form, List<string> Spelling)> Spellings(string language)
    {
        var spellings = new List<(string, List<string>)>();
        foreach (var (chat, usual) in _words[language].Spellings ?? new Dictionary<string, string>())
        {
            var form = PhrasePattern.Forms(chat);
            if (form.Count != 1 || spellings.Exists(spelling => spelling.Item1 == form[0]))
            {
                throw new LexiconException($"words.{language}.json", chat,
                    "a spelling replaces one word, once; accents and case make no difference.");
            }

            _builder.Word(form[0]);
            var words = PhrasePattern.Forms(usual);
            words.ForEach(word => _builder.Word(word));
            spellings.Add((form[0], words));
        }

        return spellings;
    }

    private LanguageLexicon Finish(
        string language, (PhraseTrie Trie, List<object> Entries) phrases, List<(string Form, List<string> Spelling)> spellings)
    {
        return new()
        {
            Language = language,
            Phrases = phrases.Trie,
            Entries = phrases.Entries,
            Spellings = spellings.ToDictionary(
                spelling => Vocabulary.SymbolsOf(spelling.Form),
                spelling => spelling.Spelling.Select(word => Vocabulary.SymbolsOf(word)).ToArray()),
            Negator = Class(language, "negator"),
            Intensifier = Class(language, "intensifier"),
            Softener = Class(language, "softener"),
            Contrast = Class(language, "contrast"),
        };
    }

    private int Class(string language, string name) => _builder.Class(language, name)
        ?? throw new LexiconException($"words.{language}.json", $"class {name}", "it is missing.");
}
