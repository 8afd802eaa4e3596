namespace Pipeline.Suggestions.Drafting.Guard;

/// <summary>A draft that no advisor sees.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Sentence">The first sentence that fails, from 0; null when it is the whole.</param>
public sealed record DraftRefusal(RefusalReason Reason, int? Sentence);
