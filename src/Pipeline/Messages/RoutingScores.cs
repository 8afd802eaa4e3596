namespace Pipeline.Messages;

/// <summary>
/// What the words of one message say for each learned answer of routing, in hundredths of a logit. Three parts of the same length: as one message of the whole, as
/// the first one, and as the last one (docs/routing.md). They add up to a verdict only with what else is known of the conversation.
/// </summary>
/// <param name="Model">The model that made them, such as <c>routing/2</c>: those of different models are never added.</param>
/// <param name="Values">The three parts, one after another.</param>
public sealed record RoutingScores(string Model, IReadOnlyList<int> Values)
{
    /// <summary>How many parts there are.</summary>
    public const int Parts = 3;
}
