namespace Pipeline.Ports;

/// <summary>Tells what became of the suggestions of a conversation.</summary>
public interface ISuggestionOutcomes
{
    /// <summary>The outcome: a pure function of the record and the settings of what is shown.</summary>
    SuggestionOutcome Of(ConversationRecord record);
}

/// <summary>What became of the suggestions of a conversation.</summary>
/// <param name="Use">In one word.</param>
/// <param name="HeldOut">Whether they were kept back.</param>
/// <param name="Answers">The advisors' answers for which something was found.</param>
/// <param name="Accepted">Those that are a suggestion, changed or not.</param>
/// <param name="Verbatim">Those that are a suggestion as it was.</param>
public sealed record SuggestionOutcome(SuggestionUse Use, bool HeldOut, int Answers, int Accepted, int Verbatim)
{
    /// <summary>Of a conversation for which nothing was ever found.</summary>
    public static SuggestionOutcome Nothing { get; } = new(SuggestionUse.None, false, 0, 0, 0);
}
