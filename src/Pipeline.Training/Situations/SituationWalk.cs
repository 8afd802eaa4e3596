using Pipeline.Messages;
using Pipeline.Scoring;
using Pipeline.Training.Corpus;

namespace Pipeline.Training.Situations;

/// <summary>Makes of a labelled situation what the suggestion stage would be handed.</summary>
/// <param name="analyzer">The analyser.</param>
public sealed class SituationWalk(CareAnalyzer analyzer)
{
    // The files do not say when. A moment that is neither a wait nor a burst.
    private const long SecondsBetween = 40;
    private const long Start = 1_770_000_000;

    private readonly ConversationWalk _walk = new(analyzer);

    /// <summary>The customer's last message with the state of its conversation.</summary>
    public MessageScored Take(LabelledSituation situation)
    {
        var conversation = new Conversation
        {
            Key = ConversationKeys.Conversation("labelled", "situations", situation.Id),
            Platform = "labelled",
            Account = "situations",
            Id = situation.Id,
            Brand = situation.Brand,
            Channel = situation.Channel,
            LanguageHint = situation.Language,
        };
        var (messages, after) = _walk.Take(
            conversation, [.. situation.Turns.Select((turn, index) => turn with { Ts = Start + (SecondsBetween * index) })]);
        return new MessageScored { Conversation = after[^1].Conversation, Message = messages[^1], State = after[^1].State };
    }
}
