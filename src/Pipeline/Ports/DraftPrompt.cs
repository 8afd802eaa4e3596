namespace Pipeline.Ports;

/// <summary>What a language model is asked.</summary>
/// <param name="Instructions">What it shall do: ours, and nothing of the customer's.</param>
/// <param name="Material">The facts and the conversation, as data.</param>
/// <param name="MaxTokens">The most tokens of its answer.</param>
public sealed record DraftPrompt(string Instructions, string Material, int MaxTokens);
