using Pipeline.Messages;
using Pipeline.Scoring;
using Pipeline.Training.Corpus;
using Pipeline.Transcripts;

namespace Pipeline.Training.Routing;

/// <summary>Takes a conversation of a file the product's way: each message masked, analysed and folded.</summary>
public sealed class CaseWalk
{
    // Some files do not say when. A moment that is neither a wait nor a burst.
    private const long SecondsBetween = 40;
    private const long Start = 1_770_000_000;

    private readonly ConversationWalk _walk = new(new CareAnalyzer());

    /// <summary>The messages, and the conversation after each.</summary>
    public (IReadOnlyList<MessageAnalyzed> Messages, IReadOnlyList<FoldedConversation> After) Take(
        Conversation conversation, IReadOnlyList<LabelledTurn> turns) => _walk.Take(
        conversation,
        turns.Any(turn => turn.Ts == 0) ? [.. turns.Select((turn, index) => turn with { Ts = Start + (SecondsBetween * index) })] : turns);

    /// <summary>A conversation as its platform would tell it.</summary>
    /// <param name="id">Names it in its file.</param>
    /// <param name="language">The language; und when not known.</param>
    /// <param name="brand">The brand; null when not said.</param>
    /// <param name="channel">The channel; null when not said.</param>
    /// <param name="page">The path of the page it was opened from; null when not said.</param>
    public static Conversation ConversationOf(string id, string language, string? brand, string? channel, string? page) => new()
    {
        Key = ConversationKeys.Conversation("labelled", "cases", id),
        Platform = "labelled",
        Account = "cases",
        Id = id,
        Brand = brand ?? "default",
        Channel = channel ?? "web",
        EntryPage = page,
        LanguageHint = language,
    };
}
