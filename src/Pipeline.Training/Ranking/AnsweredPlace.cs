using Pipeline.Suggestions.Ranking;

namespace Pipeline.Training.Ranking;

/// <summary>A place in a conversation where an agent answered a customer.</summary>
/// <param name="Corpus">The number of the corpus.</param>
/// <param name="Conversation">The id of the conversation.</param>
/// <param name="Turns">The turns before it, as many as are read.</param>
/// <param name="Reply">What the agent said: the number of the reply in the corpus.</param>
internal sealed record AnsweredPlace(int Corpus, string Conversation, (bool Agent, TurnReading Reading)[] Turns, int Reply)
{
    /// <summary>The conversation up to here.</summary>
    public ContextReading Read() => new(Turns);

    /// <summary>In which of so many parts its conversation falls: always the same one.</summary>
    /// <param name="parts">How many parts there are.</param>
    /// <param name="kind">Another number divides otherwise.</param>
    public int Part(int parts, uint kind = 0)
    {
        var hash = RankingHash.Begin(kind);
        foreach (var character in Conversation)
        {
            hash = RankingHash.Add(hash, character);
        }

        return (int)(RankingHash.Finish(hash) % (uint)parts);
    }
}
