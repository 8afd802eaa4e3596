namespace Pipeline.Suggestions.Ranking;

/// <summary>
/// How often replies were given, and after what: as they were worded, and without their numbers and names. From training, or from the
/// replies that advisors of a brand accepted.
/// </summary>
internal sealed class ReplyCounts
{
    /// <summary>How much of what follows a turn is taken from what is said anyway, in sayings.</summary>
    private const double Prior = 3;

    private readonly Dictionary<uint, int> _counts;

    /// <summary>No replies yet.</summary>
    public ReplyCounts()
        : this([], 0)
    {
    }

    /// <param name="counts">By key.</param>
    /// <param name="total">How many replies there were.</param>
    public ReplyCounts(Dictionary<uint, int> counts, int total) => (_counts, Total) = (counts, total);

    /// <summary>How many replies there were.</summary>
    public int Total { get; private set; }

    /// <summary>What was counted, by key.</summary>
    public IReadOnlyDictionary<uint, int> Counts => _counts;

    /// <summary>Counts a reply that was given.</summary>
    public void Add(ContextReading context, TurnReading reply)
    {
        Total++;
        var (asked, said) = (context.Said(true, 0), context.Said(false, 0));
        Count(Exact(reply));
        Count(Template(reply));
        Count(Sentence(reply));
        Count(AfterTemplate(asked));
        Count(AfterTemplate(asked, reply));
        Count(AfterSentence(asked));
        Count(AfterSentence(asked, reply));
        Count(AfterAnswer(asked, said));
        Count(AfterAnswer(asked, said, reply));

        void Count(uint key) => _counts[key] = _counts.GetValueOrDefault(key) + 1;
    }

    /// <summary>Without what was counted less often than this.</summary>
    public ReplyCounts AtLeast(int least) => new(_counts.Where(count => count.Value >= least).ToDictionary(), Total);

    /// <summary>How often a key was counted.</summary>
    public int Of(uint key) => _counts.GetValueOrDefault(key);

    /// <summary>How much more often than otherwise something follows something: the logarithm of the ratio, 0 where nothing is known.</summary>
    /// <param name="before">How often the first was counted.</param>
    /// <param name="both">How often both were.</param>
    /// <param name="after">How often the second was.</param>
    public float Lift(int before, int both, int after)
    {
        var share = (after + 0.5) / (Total + 1);
        return (float)Math.Log((both + (Prior * share)) / ((before + Prior) * share));
    }

    public static uint Exact(TurnReading reply) => RankingHash.Of(101, reply.Exact);

    public static uint Template(TurnReading reply) => RankingHash.Of(102, reply.Template);

    public static uint Sentence(TurnReading reply) => RankingHash.Of(103, reply.LastSentence);

    public static uint AfterTemplate(TurnReading asked) => RankingHash.Of(104, asked.Template);

    public static uint AfterTemplate(TurnReading asked, TurnReading reply) => RankingHash.Of(105, asked.Template, reply.Template);

    public static uint AfterSentence(TurnReading asked) => RankingHash.Of(106, asked.LastSentence);

    public static uint AfterSentence(TurnReading asked, TurnReading reply) => RankingHash.Of(107, asked.LastSentence, reply.LastSentence);

    public static uint AfterAnswer(TurnReading asked, TurnReading said) => RankingHash.Of(108, asked.Head, said.Template);

    public static uint AfterAnswer(TurnReading asked, TurnReading said, TurnReading reply) =>
        RankingHash.Of(109, asked.Head, said.Template, reply.Template);
}
