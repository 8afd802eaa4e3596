using Pipeline.Messages;

namespace Pipeline.Suggestions.Drafting;

/// <summary>Gathers what a draft stands on from the state of a conversation and the facts.</summary>
internal static class DraftGrounds
{
    private const int MostFacts = 12;
    private const int ShortMost = 500;
    private const int LongMost = 900;

    public static DraftGround Of(MessageScored message, string language, IEnumerable<DraftFact> facts) => new()
    {
        Language = language,
        Facts = [.. facts.DistinctBy(fact => fact.Id).Take(MostFacts)],
        Turns = [.. message.State.Window.Select(turn => new DraftTurn(turn.Role == SenderRole.Advisor, turn.Text))],
        Names = [.. new[] { message.State.CustomerFirstName, message.State.AdvisorFirstName, message.Conversation.Brand }.OfType<string>().Where(name => name.Length > 0)],
        MaxCharacters = message.Conversation.Channel is "email" ? LongMost : ShortMost,
    };
}
