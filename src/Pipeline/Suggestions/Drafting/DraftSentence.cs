namespace Pipeline.Suggestions.Drafting;

/// <summary>A sentence that a language model wrote, and what it says it has it from.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Source"><c>phrase:id</c>, <c>article:id</c> or <c>turn:number</c> (from 1, in the turns it was shown); null for mere courtesy.</param>
public sealed record DraftSentence(string Text, string? Source);
