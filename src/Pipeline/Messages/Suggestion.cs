namespace Pipeline.Messages;

/// <summary>A reply that the advisor may use, change or ignore.</summary>
/// <param name="Id">Names the suggestion in feedback: stable for the same message, source and rank.</param>
/// <param name="Text">The text, all slots filled.</param>
/// <param name="Category">greeting, holding, question, explanation, apology, congratulation, closing, handover or web_link.</param>
/// <param name="Source">Where it comes from, such as <c>phrase:fr-holding-03</c>; <c>draft</c> for a language model's.</param>
/// <param name="Score">How well it fits, 0 to 1.</param>
/// <param name="Reasons">Why it is offered, in the conversation's language, strongest first.</param>
public sealed record Suggestion(
    string Id, string Text, string Category, string Source, double Score, IReadOnlyList<string> Reasons)
{
    /// <summary>The <see cref="Source"/> of what a language model drafted.</summary>
    public const string DraftSource = "draft";

    /// <summary>Of a draft, its sentences with the source of each; null for any other suggestion.</summary>
    public IReadOnlyList<SuggestionSentence>? Sentences { get; init; }
}
