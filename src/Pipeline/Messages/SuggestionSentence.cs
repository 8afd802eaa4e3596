namespace Pipeline.Messages;

/// <summary>A sentence of a suggestion that a language model drafted.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Source">What it repeats: <c>phrase:id</c>, <c>article:id</c> or <c>turn:number</c>; <c>not sourced</c> for courtesy that states nothing.</param>
public sealed record SuggestionSentence(string Text, string Source)
{
    /// <summary>Stands for no source.</summary>
    public const string NotSourced = "not sourced";
}
