using System.Text.Json;
using Pipeline.Suggestions.Ranking;
using Pipeline.Training.Corpus;

namespace Pipeline.Training.Ranking;

/// <summary>A place in a conversation where an agent answered a customer.</summary>
/// <param name="Corpus">Of which corpus, by number.</param>
/// <param name="Conversation">The id of the conversation.</param>
/// <param name="Turns">The turns before it.</param>
/// <param name="Reply">What the agent said: the number of the text among those of the corpus.</param>
internal sealed record AnsweredPlace(int Corpus, string Conversation, (bool Agent, TurnReading Reading)[] Turns, int Reply);

/// <summary>Conversations to learn from.</summary>
internal sealed class RankingCorpus
{
    private readonly List<AnsweredPlace> _places = [];
    private readonly List<string> _replies = [];
    private readonly List<int> _corpusOf = [];
    private readonly Dictionary<(int, string), int> _numbers = [];
    private readonly Dictionary<string, TurnReading> _readings = new(StringComparer.Ordinal);

    /// <summary>The places, in the order of the files.</summary>
    public IReadOnlyList<AnsweredPlace> Places => _places;

    /// <summary>The different replies.</summary>
    public IReadOnlyList<string> Replies => _replies;

    /// <summary>The corpus of each reply.</summary>
    public IReadOnlyList<int> CorpusOf => _corpusOf;

    public TurnReading Read(string text)
    {
        if (!_readings.TryGetValue(text, out var reading))
        {
            _readings.Add(text, reading = new TurnReading(text));
        }

        return reading;
    }

    public void AddFile(string file, int corpus)
    {
        foreach (var line in JsonLines.Read(file))
        {
            using var document = JsonDocument.Parse(line.Text);
            var id = document.RootElement.GetProperty("id").GetString()!;
            var turns = new List<(bool, TurnReading)>();
            foreach (var turn in document.RootElement.GetProperty("turns").EnumerateArray())
            {
                var speaker = turn.GetProperty("speaker").GetString();
                if (speaker is not ("customer" or "agent"))
                {
                    continue;
                }

                var text = turn.GetProperty("text").GetString()!;
                if (speaker == "agent" && turns.Count > 0 && !turns[^1].Item1)
                {
                    if (!_numbers.TryGetValue((corpus, text), out var number))
                    {
                        _numbers.Add((corpus, text), number = _replies.Count);
                        _replies.Add(text);
                        _corpusOf.Add(corpus);
                    }

                    _places.Add(new(corpus, id, [.. turns.TakeLast(ContextReading.MostTurns)], number));
                }

                turns.Add((speaker == "agent", Read(text)));
            }
        }
    }
}
