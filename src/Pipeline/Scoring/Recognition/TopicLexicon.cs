using Pipeline.Scoring.Lexicons;

namespace Pipeline.Scoring.Recognition;

/// <summary>
/// Classes of words of the trade (<c>topics.*.json</c>): what a chat is about, and how a wish is put. What is learned of a class holds for all its words,
/// also for those that no chat to learn from has. They have a vocabulary of their own, as the grammar of signs has. Immutable.
/// </summary>
internal sealed class TopicLexicon
{
    // Who can be asked for, and what is refused with it.
    private static readonly string[] AskedFor = ["boss", "bot", "call", "person"];

    // Of every symbol: nothing, a topic (1 and up), or a part of speech (-1 and down).
    private readonly int[] _classOf;
    private readonly bool[] _askedFor;

    private TopicLexicon(string file)
    {
        var builder = new VocabularyBuilder();
        var lists = LexiconResource.Read(file, LexiconJson.Default.TopicsFile);
        var classes = new Dictionary<int, int>();
        Add("topic ", lists.Topics.Keys.Order(StringComparer.Ordinal).ToArray(), lists.Topics, 1);
        Add("speech ", lists.Speech.Keys.Order(StringComparer.Ordinal).ToArray(), lists.Speech, -1);
        _askedFor = [.. lists.Speech.Keys.Order(StringComparer.Ordinal).Select(name => AskedFor.Contains(name))];
        (Topics, Speech) = (lists.Topics.Count, lists.Speech.Count);
        _classOf = new int[builder.Symbols];
        foreach (var (symbol, number) in classes)
        {
            _classOf[symbol] = number;
        }

        Vocabulary = builder.Build();

        void Add(string prefix, string[] names, IReadOnlyDictionary<string, IReadOnlyList<string>> members, int sign)
        {
            for (var index = 0; index < names.Length; index++)
            {
                builder.AddClass(file, lists.Language, prefix + names[index], members[names[index]]);
                classes[builder.Class(lists.Language, prefix + names[index])!.Value] = sign * (index + 1);
            }
        }
    }

    /// <summary>French.</summary>
    public static TopicLexicon French { get; } = new("topics.fr.json");

    /// <summary>English.</summary>
    public static TopicLexicon English { get; } = new("topics.en.json");

    /// <summary>The words.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>How many topics there are: the same ones in both languages.</summary>
    public int Topics { get; }

    /// <summary>How many parts of speech there are: the same ones in both languages.</summary>
    public int Speech { get; }

    /// <summary>Whether a part of speech names who or what is asked for in a wish.</summary>
    public bool IsAskedFor(int speech) => _askedFor[speech];

    /// <summary>What class a symbol is: 0 for none, a topic from 1 up, a part of speech from -1 down.</summary>
    public int ClassOf(int symbol) => _classOf[symbol];
}
