namespace Pipeline.Suggestions.Retrieval;

/// <summary>How much the words of a conversation speak for each phrase of an index.</summary>
internal sealed class SaidWords
{
    public SaidWords(PhraseIndex index, Situation situation)
    {
        All = new double[index.Phrases.Count];
        Newest = new double[All.Length];
        Answer = new double[All.Length];
        foreach (var said in situation.Words)
        {
            foreach (var posting in index.Holding(said.Token.Stem))
            {
                All[posting.Place] += said.Weight * posting.Weight;
                Newest[posting.Place] += said.Weight >= Situation.NewestWeight ? posting.Weight : 0;
                Places.Add(posting.Place);
            }
        }

        foreach (var stem in situation.AnswerStems)
        {
            foreach (var posting in index.Holding(stem))
            {
                Answer[posting.Place] += posting.Weight;
            }
        }
    }

    /// <summary>By place: the weight of the customer's words that the phrase holds, less for older messages.</summary>
    public double[] All { get; }

    /// <summary>The same of the newest message alone.</summary>
    public double[] Newest { get; }

    /// <summary>The same of the last answer that the customer got.</summary>
    public double[] Answer { get; }

    /// <summary>The places of phrases that hold a word of the customer, some more than once.</summary>
    public List<int> Places { get; } = [];
}
