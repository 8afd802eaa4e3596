using Pipeline.Suggestions.Ranking;

namespace Pipeline.Training.Ranking;

/// <summary>Conversations to learn from, from one or more corpora whose replies never stand in one list.</summary>
internal sealed class RankingCorpus
{
    private readonly List<AnsweredPlace> _places = [];
    private readonly List<TurnReading> _replies = [];
    private readonly List<int> _corpusOf = [];
    private readonly List<string> _names = [];
    private readonly Dictionary<(int Corpus, string Text), int> _numbers = [];
    private readonly Dictionary<string, TurnReading> _readings = new(StringComparer.Ordinal);

    /// <summary>The corpora by number.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The places where an agent answered, in the order of the files.</summary>
    public IReadOnlyList<AnsweredPlace> Places => _places;

    /// <summary>The different replies of each corpus.</summary>
    public IReadOnlyList<TurnReading> Replies => _replies;

    /// <summary>The corpus of each reply.</summary>
    public IReadOnlyList<int> CorpusOf => _corpusOf;

    /// <summary>Takes in a corpus.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="conversations">Its conversations.</param>
    public void Add(string name, IEnumerable<RankingConversation> conversations)
    {
        var corpus = _names.Count;
        _names.Add(name);
        foreach (var conversation in conversations)
        {
            var turns = new List<(bool Agent, TurnReading Reading)>();
            foreach (var turn in conversation.Turns)
            {
                if (turn.ByAgent && turns.Count > 0 && !turns[^1].Agent)
                {
                    _places.Add(new(corpus, conversation.Id, [.. turns.TakeLast(ContextReading.MostTurns)], Number(corpus, turn.Text)));
                }

                turns.Add((turn.ByAgent, Read(turn.Text)));
            }
        }
    }

    private int Number(int corpus, string text)
    {
        if (!_numbers.TryGetValue((corpus, text), out var number))
        {
            _numbers.Add((corpus, text), number = _replies.Count);
            _replies.Add(Read(text));
            _corpusOf.Add(corpus);
        }

        return number;
    }

    private TurnReading Read(string text)
    {
        if (!_readings.TryGetValue(text, out var reading))
        {
            _readings.Add(text, reading = new TurnReading(text));
        }

        return reading;
    }
}
