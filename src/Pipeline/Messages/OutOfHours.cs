namespace Pipeline.Messages;

/// <summary>What a customer may be told while the service that they need is closed.</summary>
/// <param name="OpensAt">When it opens; null when that is not within a year.</param>
/// <param name="French">The words in French.</param>
/// <param name="English">The words in English.</param>
public sealed record OutOfHours(DateTimeOffset? OpensAt, string French, string English);
