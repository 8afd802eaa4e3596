using Pipeline.Scoring.Features;
using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.Recognition;

/// <summary>
/// Reads which parts of speech stand near each other in a sentence, and in what order: "can I … talk … person" and "your person … told me" differ in nothing else.
/// Pairs within four words, threes within five, and the end of a sentence, asked or not; only where somebody could be asked for. Linear in the length of the text.
/// </summary>
internal static class SpeechReader
{
    private const uint OneSeed = 70;
    private const uint PairSeed = 71;
    private const uint NextSeed = 72;
    private const uint ThreeSeed = 73;
    private const int PairReach = 4;
    private const int ThreeReach = 5;

    // Of a very long text the beginning: a wish is put in a few words.
    private const int Most = 600;
    private const float One = 0.5f;
    private const float More = 1.5f;

    [ThreadStatic]
    private static Room? _room;

    /// <summary>Reads a text.</summary>
    public static void Read(Reading reading, TopicLexicon lexicon, EvidenceList evidence)
    {
        var room = _room ??= new();
        room.Begin(lexicon.Speech);
        Parts(reading, lexicon, room);
        var parts = room.Parts;
        for (var first = 0; room.Asks && first < parts.Count; first++)
        {
            for (var second = first + 1; second < parts.Count && Near(parts[first], parts[second], PairReach); second++)
            {
                if (parts[second].Word == parts[first].Word && !room.IsEnd(parts[second].Class))
                {
                    continue;
                }

                room.Pair(parts[first].Class, parts[second].Class, parts[second].Word - parts[first].Word == 1);
                for (var third = second + 1; third < parts.Count && Near(parts[first], parts[third], ThreeReach); third++)
                {
                    if (parts[third].Word > parts[second].Word || room.IsEnd(parts[third].Class))
                    {
                        room.Three(parts[first].Class, parts[second].Class, parts[third].Class);
                    }
                }
            }
        }

        Add(evidence, OneSeed, room.Ones, One);
        Add(evidence, PairSeed, room.Pairs, More / MathF.Sqrt(1 + room.Pairs.Count + room.Nexts.Count));
        Add(evidence, NextSeed, room.Nexts, More / MathF.Sqrt(1 + room.Pairs.Count + room.Nexts.Count));
        Add(evidence, ThreeSeed, room.Threes, More / MathF.Sqrt(1 + room.Threes.Count));
    }

    private static void Parts(Reading reading, TopicLexicon lexicon, Room room)
    {
        var sentence = 0;
        var words = reading.Words;
        for (var index = 0; index < words.Count && room.Parts.Count < Most; index++)
        {
            foreach (var symbol in lexicon.Vocabulary.Set(words[index].Symbols))
            {
                if (lexicon.ClassOf(symbol) is < 0 and var part)
                {
                    room.One(-part - 1, index, sentence);
                    room.Asks |= lexicon.IsAskedFor(-part - 1);
                }
            }

            if (words[index].Has(WordMarks.Last))
            {
                room.End(words[index].Has(WordMarks.Asked), index, sentence++);
            }
        }
    }

    private static bool Near(Part first, Part other, int reach) => other.Word - first.Word <= reach && other.Sentence == first.Sentence;

    private static void Add(EvidenceList evidence, uint seed, List<int> found, float value)
    {
        foreach (var number in found)
        {
            evidence.Add(FeatureHash.Finish(FeatureHash.Add(FeatureHash.Begin(seed), (uint)number)), value);
        }
    }

    private readonly record struct Part(int Class, int Word, int Sentence);

    /// <summary>Room for one reading, kept between readings: what was found is taken back one by one.</summary>
    private sealed class Room
    {
        private bool[] _seen = [];
        private int _classes;
        private int _speech;

        /// <summary>Whether a person, a manager, a robot or a call is named.</summary>
        public bool Asks { get; set; }

        public List<Part> Parts { get; } = [];

        public List<int> Ones { get; } = [];

        public List<int> Pairs { get; } = [];

        public List<int> Nexts { get; } = [];

        public List<int> Threes { get; } = [];

        public void Begin(int speech)
        {
            if (_speech != speech)
            {
                (_speech, _classes) = (speech, speech + 2);
                _seen = new bool[_classes * (1 + (2 * _classes) + (_classes * _classes))];
            }

            Forget(Ones, 0);
            Forget(Pairs, _classes);
            Forget(Nexts, _classes * (1 + _classes));
            Forget(Threes, _classes * (1 + (2 * _classes)));
            Parts.Clear();
            Asks = false;
        }

        public bool IsEnd(int part) => part >= _speech;

        public void One(int part, int word, int sentence)
        {
            Parts.Add(new(part, word, sentence));
            Find(Ones, 0, part);
        }

        public void End(bool asked, int word, int sentence) => Parts.Add(new(_speech + (asked ? 1 : 0), word, sentence));

        public void Pair(int first, int second, bool next)
        {
            var number = (first * _classes) + second;
            Find(Pairs, _classes, number);
            if (next)
            {
                Find(Nexts, _classes * (1 + _classes), number);
            }
        }

        public void Three(int first, int second, int third) =>
            Find(Threes, _classes * (1 + (2 * _classes)), (((first * _classes) + second) * _classes) + third);

        private void Find(List<int> found, int offset, int number)
        {
            if (!_seen[offset + number])
            {
                _seen[offset + number] = true;
                found.Add(number);
            }
        }

        private void Forget(List<int> found, int offset)
        {
            foreach (var number in found)
            {
                _seen[offset + number] = false;
            }

            found.Clear();
        }
    }
}
