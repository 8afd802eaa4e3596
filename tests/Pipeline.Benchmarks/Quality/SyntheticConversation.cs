using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Benchmarks.Quality;

/// <summary>A conversation that nobody had: what the stages before the index would have written of it.</summary>
/// <param name="Messages">Its messages in order, analysed; a close among them, unless it is open.</param>
/// <param name="Decision">What it needs.</param>
/// <param name="Advisor">Who has it.</param>
/// <param name="Suggestions">What was suggested, by the place of the customer's message.</param>
/// <param name="Feedback">What the advisor told.</param>
internal sealed record SyntheticConversation(
    IReadOnlyList<MessageAnalyzed> Messages,
    RoutingDecision Decision,
    SyntheticAdvisor Advisor,
    IReadOnlyDictionary<string, IReadOnlyList<Suggestion>> Suggestions,
    IReadOnlyList<FeedbackEntry> Feedback);

/// <summary>An advisor.</summary>
internal sealed record SyntheticAdvisor(string Id, string FirstName, AdvisorLevel Level);
