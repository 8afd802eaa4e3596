namespace Pipeline.Training.Rescoring;

/// <summary>The report: made from the lines, one by one, so that it is the same whether they come from a run or from a file of one.</summary>
/// <param name="asked">What was asked.</param>
internal sealed class RescoreTally(RunLine asked)
{
    private const int MostNamed = 20;

    private readonly SortedDictionary<string, Agreement> _scorers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Count, List<string> Named)> _unscored = new(StringComparer.Ordinal);
    private readonly List<string> _conversationsNamed = [];

    /// <summary>What was asked.</summary>
    public RunLine Asked => asked;

    /// <summary>The last day that was done; null before the first.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>How many conversations were read.</summary>
    public int Conversations { get; private set; }

    /// <summary>By the scorer that is stored: how its messages compare.</summary>
    public IReadOnlyDictionary<string, Agreement> Scorers => _scorers;

    /// <summary>How all messages that have a score compare.</summary>
    public Agreement All => _scorers.Values.Aggregate(default(Agreement), (sum, one) => sum + one);

    /// <summary>What changed of messages.</summary>
    public TransitionTally Messages { get; } = new();

    /// <summary>What changed of conversations.</summary>
    public TransitionTally ChangedConversations { get; } = new();

    /// <summary>How many conversations would have gone otherwise.</summary>
    public int ConversationsChanged { get; private set; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<string> ConversationsNamed => _conversationsNamed;

    /// <summary>What could not be scored again, by the reason: how many, and the first of them.</summary>
    public IReadOnlyDictionary<string, (int Count, List<string> Named)> Unscored => _unscored;

    /// <summary>Counts a line.</summary>
    public void Add(RescoreLine line)
    {
        switch (line)
        {
            case MessageLine message:
                Count(Messages, message.Changes, new($"{message.Conversation}/{message.Message}", message.Text));
                break;
            case ConversationLine conversation:
                Count(ChangedConversations, conversation.Changes, new(conversation.Conversation, null));
                ConversationsChanged++;
                Name(_conversationsNamed, conversation.Conversation);
                break;
            case UnscoredLine unscored:
                var (count, named) = _unscored.TryGetValue(unscored.Reason, out var known) ? known : (0, []);
                Name(named, unscored.Message is null ? unscored.Conversation : $"{unscored.Conversation}/{unscored.Message}");
                _unscored[unscored.Reason] = (count + 1, named);
                break;
            case DayLine day:
                Conversations += day.Conversations;
                LastDay = day.Day;
                foreach (var (scorer, agreement) in day.Scorers)
                {
                    _scorers[scorer] = _scorers.GetValueOrDefault(scorer) + agreement;
                }

                break;
        }
    }

    private static void Count(TransitionTally tally, IReadOnlyList<FieldChange> changes, ChangeExample example)
    {
        foreach (var change in changes)
        {
            tally.Add(change, example);
        }
    }

    private static void Name(List<string> names, string name)
    {
        if (names.Count < MostNamed)
        {
            names.Add(name);
        }
    }
}
