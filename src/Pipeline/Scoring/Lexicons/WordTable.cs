using System.Numerics;
using Pipeline.Scoring.Features;

namespace Pipeline.Scoring.Lexicons;

/// <summary>
/// Numbers by word, made to be asked for every beginning of a word at the cost of one: the hash of a longer beginning goes on from that of the
/// shorter one. Immutable and thread-safe; asking allocates nothing.
/// </summary>
internal sealed class WordTable
{
    private const uint Spread = 0x9E3779B1;

    private readonly string?[] _words;
    private readonly int[] _numbers;
    private readonly uint[] _hashes;
    private readonly int _shift;

    /// <param name="numbers">The number of each word.</param>
    public WordTable(IReadOnlyDictionary<string, int> numbers)
    {
        var bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(numbers.Count, 8))) + 1;
        _shift = 32 - bits;
        _words = new string?[1 << bits];
        _numbers = new int[_words.Length];
        _hashes = new uint[_words.Length];
        foreach (var (word, number) in numbers)
        {
            var hash = FeatureHash.Add(Begin, word);
            var slot = SlotOf(hash);
            while (_words[slot] is not null)
            {
                slot = (slot + 1) & (_words.Length - 1);
            }

            (_words[slot], _numbers[slot], _hashes[slot]) = (word, number, hash);
        }
    }

    /// <summary>The hash of nothing.</summary>
    public static uint Begin => FeatureHash.Begin(0);

    /// <summary>The hash of what was hashed before and one more character.</summary>
    public static uint Add(uint hash, char character) => FeatureHash.Add(hash, character);

    /// <summary>Finds the number of a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="number">The number.</param>
    public bool TryFind(ReadOnlySpan<char> word, uint hash, out int number)
    {
        for (var slot = SlotOf(hash); _words[slot] is { } own; slot = (slot + 1) & (_words.Length - 1))
        {
            if (_hashes[slot] == hash && word.SequenceEqual(own))
            {
                number = _numbers[slot];
                return true;
            }
        }

        number = 0;
        return false;
    }

    private int SlotOf(uint hash) => (int)((hash * Spread) >> _shift);
}
