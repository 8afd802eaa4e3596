using Pipeline.Messages;
using Pipeline.Routing;
using Pipeline.Training.Routing;

namespace Pipeline.Training.BackTesting;

/// <summary>Counts what new rules would decide otherwise. The same conversations in the same order give the same report.</summary>
/// <param name="before">The old rules; null for the decisions that are stored.</param>
/// <param name="after">The new rules.</param>
/// <param name="mostExamples">How many examples are kept.</param>
internal sealed class BackTestTally(RoutingRules? before, RoutingRules after, int mostExamples)
{
    // So that the examples are not all of the most frequent kind.
    private const int MostOfAKind = 2;

    private readonly DecisionComparison _comparison = new(before, after);
    private readonly Dictionary<string, ChangeCount> _kinds = new(StringComparer.Ordinal);
    private readonly List<ChangeExample> _examples = [];
    private readonly List<(CaseLabels, RoutingDecision)> _labelledBefore = [];
    private readonly List<(CaseLabels, RoutingDecision)> _labelledAfter = [];

    /// <summary>The old rules' version.</summary>
    public string Before => before?.Version ?? "stored decisions";

    /// <summary>The new rules' version.</summary>
    public string After => after.Version;

    /// <summary>How many conversations were looked at.</summary>
    public int Conversations { get; private set; }

    /// <summary>How many decision points were compared.</summary>
    public int Points { get; private set; }

    /// <summary>How many points could not be compared, for what was decided there is not stored.</summary>
    public int Unknown { get; private set; }

    /// <summary>At how many points something changed.</summary>
    public int PointsChanged { get; private set; }

    /// <summary>In how many conversations something changed.</summary>
    public int ConversationsChanged { get; private set; }

    /// <summary>The kinds of change, by what they are of, the most frequent first.</summary>
    public IEnumerable<ChangeCount> Kinds => _kinds.Values
        .OrderBy(count => count.Part).ThenByDescending(count => count.Points).ThenBy(count => count.Kind, StringComparer.Ordinal);

    /// <summary>Examples, in the order of the conversations.</summary>
    public IReadOnlyList<ChangeExample> Examples => _examples;

    /// <summary>How right the old rules are after the last message, where there are labels; null where there are none.</summary>
    public RoutingMeasurement? RightBefore => _labelledBefore.Count > 0 ? RoutingMeasurement.OfDecisions(_labelledBefore) : null;

    /// <summary>How right the new rules are.</summary>
    public RoutingMeasurement? RightAfter => _labelledAfter.Count > 0 ? RoutingMeasurement.OfDecisions(_labelledAfter) : null;

    /// <summary>Counts a conversation.</summary>
    public void Add(DecidedConversation conversation)
    {
        Conversations++;
        var changed = false;
        foreach (var point in conversation.Points)
        {
            if ((before is null ? point.Stored : RoutingDecider.Decide(before, point.Input)) is not { } old)
            {
                Unknown++;
                continue;
            }

            Points++;
            var now = RoutingDecider.Decide(after, point.Input);
            changed |= Count(conversation, point, old, now);
            if (conversation.Expected is { } expected && point == conversation.Points[^1])
            {
                _labelledBefore.Add((expected, old));
                _labelledAfter.Add((expected, now));
            }
        }

        ConversationsChanged += changed ? 1 : 0;
    }

    private bool Count(DecidedConversation conversation, DecisionPoint point, RoutingDecision old, RoutingDecision now)
    {
        var changes = _comparison.Changes(old, now);
        if (changes.Count == 0)
        {
            return false;
        }

        PointsChanged++;
        var isNews = false;
        foreach (var change in changes)
        {
            if (!_kinds.TryGetValue(change.Kind, out var count))
            {
                _kinds[change.Kind] = count = new(change.Part, change.Kind);
            }

            count.Add(Conversations, change.Causes);
            isNews |= count.Examples < MostOfAKind;
        }

        if (isNews && _examples.Count < mostExamples)
        {
            _examples.Add(new(conversation.Id, point.Message, point.Text, changes, old, now));
            foreach (var change in changes)
            {
                _kinds[change.Kind].Examples++;
            }
        }

        return true;
    }
}

/// <summary>How often a change happened.</summary>
/// <param name="part">What it is of.</param>
/// <param name="kind">From what to what.</param>
internal sealed class ChangeCount(DecisionPart part, string kind)
{
    private readonly Dictionary<string, int> _causes = new(StringComparer.Ordinal);
    private int _lastConversation;

    /// <summary>What it is of.</summary>
    public DecisionPart Part => part;

    /// <summary>From what to what.</summary>
    public string Kind => kind;

    /// <summary>At how many points.</summary>
    public int Points { get; private set; }

    /// <summary>In how many conversations.</summary>
    public int Conversations { get; private set; }

    /// <summary>How many examples of it were kept.</summary>
    public int Examples { get; set; }

    /// <summary>What caused it, the most frequent first; at one point several may have a part in it.</summary>
    public IEnumerable<(string Cause, int Points)> Causes => _causes
        .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value));

    /// <summary>Counts one.</summary>
    /// <param name="conversation">The number of the conversation, from 1; they come one after another.</param>
    /// <param name="causes">What caused it.</param>
    public void Add(int conversation, IReadOnlyList<string> causes)
    {
        Points++;
        Conversations += conversation == _lastConversation ? 0 : 1;
        _lastConversation = conversation;
        foreach (var cause in causes)
        {
            _causes[cause] = _causes.GetValueOrDefault(cause) + 1;
        }
    }
}

/// <summary>A point at which something changed.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Message">The number of the message.</param>
/// <param name="Text">Its masked text.</param>
/// <param name="Changes">What changed.</param>
/// <param name="Old">What was decided.</param>
/// <param name="Now">What the new rules decide.</param>
internal sealed record ChangeExample(
    string Conversation, int Message, string Text, IReadOnlyList<DecisionChange> Changes, RoutingDecision Old, RoutingDecision Now);
