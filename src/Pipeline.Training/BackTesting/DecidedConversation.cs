using Pipeline.Messages;
using Pipeline.Routing.Difficulty;
using Pipeline.Training.Routing;

namespace Pipeline.Training.BackTesting;

/// <summary>A moment at which a decision is made: after a customer's message.</summary>
/// <param name="Message">The number of the message in its conversation, from 1.</param>
/// <param name="Text">Its masked text.</param>
/// <param name="Input">What the decision is made from.</param>
internal sealed record DecisionPoint(int Message, string Text, RoutingInput Input)
{
    /// <summary>What was decided there when it happened; null where that is not known.</summary>
    public RoutingDecision? Stored { get; init; }
}

/// <summary>A conversation with its decision points.</summary>
/// <param name="Id">Its id in its file, or its key.</param>
/// <param name="Points">Its decision points, in order.</param>
internal sealed record DecidedConversation(string Id, IReadOnlyList<DecisionPoint> Points)
{
    /// <summary>What people say that it needs; null where nobody said.</summary>
    public CaseLabels? Expected { get; init; }
}
