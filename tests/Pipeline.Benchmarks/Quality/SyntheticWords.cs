using Pipeline.Replay;

namespace Pipeline.Benchmarks.Quality;

/// <summary>
/// Words of a language as often as they are used (Zipf's law): those of the bundled conversations first, then words that nobody wrote, made of
/// syllables; and a long tail of rare ones, of which each stands in a handful of conversations.
/// </summary>
internal sealed class SyntheticWords
{
    /// <summary>How many rare words there are: at 200,000 conversations, each is in about ten.</summary>
    public const int Rare = 20_000;

    private const int Common = 6_000;
    private const double Exponent = 1.05;

    private static readonly string[] Syllables =
    [
        "ba", "bri", "ce", "cha", "dor", "du", "fa", "fle", "ga", "gri", "ja", "lo", "lu", "ma", "mi", "no", "nou", "pa", "pla", "que", "ra", "ri", "sa",
        "sen", "ta", "tri", "va", "vou", "zé", "zo",
    ];

    private readonly string[] _words;
    private readonly double[] _upTo;

    private SyntheticWords(string[] words)
    {
        _words = words;
        _upTo = new double[words.Length];
        var sum = 0.0;
        for (var rank = 0; rank < words.Length; rank++)
        {
            _upTo[rank] = sum += 1 / Math.Pow(rank + 3, Exponent);
        }
    }

    /// <summary>The words of a language.</summary>
    public static SyntheticWords Of(IEnumerable<RecordedConversation> conversations)
    {
        var written = conversations
            .SelectMany(conversation => conversation.Turns)
            .SelectMany(turn => turn.Text.Split([' ', '.', ',', '!', '?', ':', ';', '\n', '(', ')', '"', '«', '»'], StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.All(letter => char.IsLetter(letter) || letter is '\'' or '’'))
            .GroupBy(word => word.ToLowerInvariant(), StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key);
        return new([.. written.Concat(Enumerable.Range(0, Common).Select(number => Made(number, 3))).Distinct(StringComparer.Ordinal).Take(Common)]);
    }

    /// <summary>A rare word: the same for the same number.</summary>
    public static string RareWord(int number) => "x" + Made(number, 4);

    /// <summary>The next word of a text.</summary>
    public string Next(Random random)
    {
        var rank = Array.BinarySearch(_upTo, random.NextDouble() * _upTo[^1]);
        return _words[rank < 0 ? ~rank : rank];
    }

    private static string Made(int number, int syllables)
    {
        var word = "";
        for (var place = 0; place < syllables; place++)
        {
            word += Syllables[number % Syllables.Length];
            number = (number / Syllables.Length) + (place * 7);
        }

        return word;
    }
}
