namespace Pipeline.Suggestions.Drafting;

/// <summary>A turn of the conversation, as a draft may refer to it.</summary>
/// <param name="IsAdvisor">Whether an advisor said it. What a customer or a bot said backs no decision and no promise.</param>
/// <param name="Text">The masked text.</param>
public sealed record DraftTurn(bool IsAdvisor, string Text);
