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

        foreach (var place in Places.Distinct())
        {
            Raise(Subjects, place, All[place]);
        }

        var answered = new double[All.Length];
        foreach (var stem in situation.AnsweredStems)
        {
            foreach (var posting in index.Holding(stem))
            {
                answered[posting.Place] += posting.Weight;
            }
        }

        for (var place = 0; place < answered.Length; place++)
        {
            Raise(AnsweredSubjects, place, answered[place]);
        }

        void Raise(Dictionary<string, double> subjects, int place, double weight)
        {
            foreach (var intent in index.Phrases[place].Intents)
            {
                subjects[intent] = Math.Max(weight, subjects.GetValueOrDefault(intent));
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

    /// <summary>For each intent, the most of <see cref="All"/> that a phrase for it has.</summary>
    public Dictionary<string, double> Subjects { get; } = new(StringComparer.Ordinal);

    /// <summary>The same of what advisors have said.</summary>
    public Dictionary<string, double> AnsweredSubjects { get; } = new(StringComparer.Ordinal);

    /// <summary>The places of phrases that hold a word of the customer, some more than once.</summary>
    public List<int> Places { get; } = [];
}
