namespace Pipeline.Suggestions.Drafting;

/// <summary>A text of the library or of the knowledge that a draft may say again.</summary>
/// <param name="Id"><c>phrase:id</c> or <c>article:id</c>.</param>
/// <param name="Text">What it says, without slots.</param>
public sealed record DraftFact(string Id, string Text);
