namespace Pipeline.Suggestions.Ranking;

/// <summary>A turn of a conversation, as far as ranking goes.</summary>
/// <param name="ByAgent">Whether an agent wrote it; else the customer did.</param>
/// <param name="Text">What was written, masked.</param>
public readonly record struct RankingTurn(bool ByAgent, string Text);
