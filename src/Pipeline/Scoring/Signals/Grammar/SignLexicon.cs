using Pipeline.Messages;
using Pipeline.Scoring.Lexicons;

namespace Pipeline.Scoring.Signals.Grammar;

/// <summary>
/// The grammar of signs of one language, compiled. It has a vocabulary of its own: that of the lexicons is what the models were trained with,
/// and a word more in it would make them another model. Immutable.
/// </summary>
internal sealed class SignLexicon
{
    private SignLexicon(string file)
    {
        var builder = new VocabularyBuilder();
        var signs = LexiconResource.Read(file, LexiconJson.Default.SignsFile);
        foreach (var (name, members) in signs.Classes)
        {
            builder.AddClass(file, signs.Language, name, members);
        }

        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        var expansion = new PhraseExpansion(file, signs.Sets, ClassOf);
        var entries = new List<object>();
        foreach (var group in signs.Signs)
        {
            if (!SignalNames.OfTexts.Contains(group.Signal))
            {
                throw new LexiconException(file, group.Signal, $"the names are {string.Join(", ", SignalNames.OfTexts)}.");
            }

            Add(new SignalGroup(group.Signal, group.Phrases), group.Phrases);
            Add(new SignalException(group.Signal), group.Except ?? []);
        }

        var spellings = signs.Spellings.Select(spelling => (Chat: Words(spelling.Key), Usual: Words(spelling.Value))).ToList();
        if (spellings.Find(spelling => spelling.Chat.Count != 1) is { Chat: not null } wrong)
        {
            throw new LexiconException(file, string.Join(' ', wrong.Chat), "a spelling replaces one word.");
        }

        Words(string.Join(' ', signs.Near));
        Vocabulary = builder.Build();
        Entries = entries;
        Spellings = spellings.DistinctBy(spelling => spelling.Chat[0]).ToDictionary(
            spelling => Vocabulary.SymbolsOf(spelling.Chat[0]),
            spelling => spelling.Usual.Select(word => Vocabulary.SymbolsOf(word)).ToArray());
        Near = new NearWords(signs.Near, Vocabulary);
        Replaced = signs.Signs.Where(group => group.Replaces).Select(group => group.Signal).ToHashSet(StringComparer.Ordinal);

        string ClassOf(IReadOnlyList<string> words)
        {
            var key = string.Join('|', words);
            if (!groups.TryGetValue(key, out var name))
            {
                groups[key] = name = $"group{groups.Count}";
                builder.AddClass(file, signs.Language, name, words);
            }

            return name;
        }

        void Add(object entry, IReadOnlyList<string> phrases)
        {
            foreach (var phrase in phrases.SelectMany(expansion.Expand))
            {
                Phrases.Add(PhrasePattern.Parse(phrase, signs.Language, builder, file), entries.Count);
            }

            entries.Add(entry);
        }

        List<string> Words(string text)
        {
            var forms = PhrasePattern.Forms(text);
            forms.ForEach(form => builder.Word(form));
            return forms;
        }
    }

    /// <summary>French.</summary>
    public static SignLexicon French { get; } = new("signs.fr.json");

    /// <summary>English.</summary>
    public static SignLexicon English { get; } = new("signs.en.json");

    /// <summary>The words.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>All phrases.</summary>
    public PhraseTrie Phrases { get; } = new();

    /// <summary>What each phrase is: a <see cref="SignalGroup"/> or a <see cref="SignalException"/>.</summary>
    public IReadOnlyList<object> Entries { get; }

    /// <summary>The usual spelling of a word of chats.</summary>
    public IReadOnlyDictionary<int, int[]> Spellings { get; }

    /// <summary>The words that are known with a slip in them.</summary>
    public NearWords Near { get; }

    /// <summary>The signs that these phrases alone decide.</summary>
    public IReadOnlySet<string> Replaced { get; }
}
