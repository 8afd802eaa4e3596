using Pipeline.Messages;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Retrieval;

namespace Pipeline.Suggestions.Fitting;

/// <summary>
/// Acknowledges first when a customer is angry: a reply that goes straight to the matter gets a sentence in front that says that they were
/// heard. Once is enough; after that the matter itself is what calms.
/// </summary>
internal sealed class Acknowledgement
{
    private static readonly string[] French =
    [
        "Je comprends votre agacement.", "Vous avez raison de nous le dire.", "Je mesure à quel point cette situation est pénible.",
        "Ce n'est pas ce que vous étiez en droit d'attendre de nous.", "Votre mécontentement est légitime, et je le prends au sérieux.",
    ];

    private static readonly string[] English =
    [
        "I can see how frustrating this is.", "You're right to raise this with us.", "I understand that this has been tiresome.",
        "This isn't the service you should have had from us.", "You have every reason to be annoyed, and I take it seriously.",
    ];

    /// <summary>Parts of words that acknowledge: a reply or a turn that has one needs no other.</summary>
    private static readonly string[] Cues =
    [
        "desole", "excus", "navre", "pardon", "je regrette", "je comprends", "agace", "legitime", "vous avez raison", "je mesure",
        "en droit", "sorry", "apolog", "i understand", "frustrat", "every reason", "you re right", "annoy", "tiresome", "you should have had",
    ];

    private readonly Queue<string> _left;

    /// <summary>Reads what there is to acknowledge.</summary>
    public Acknowledgement(MessageScored scored, Situation situation)
    {
        var isDue = situation is { Mood: Mood.Upset, Apologised: false, Moment: not (Moment.Solved or Moment.Parting) }
            && !scored.State.Window.Any(turn => turn.Role != SenderRole.Customer && Acknowledges(TextReadings.In(situation.Language).Read(turn.Text).Folded));
        var sentences = situation.Language == "fr" ? French : English;

        // Not every conversation begins its list at the same sentence; the same conversation always does.
        var first = (int)(StableHash.Of(scored.Conversation.Key) % (ulong)sentences.Length);
        _left = new(isDue
            ? sentences[first..].Concat(sentences[..first]).Where(sentence => !ToldSentences.Holds(scored.State.ToldSentences, sentence))
            : []);
    }

    /// <summary>The sentence for a reply; null when it needs none, or none is left.</summary>
    public string? For(PhraseCategory category, string text) =>
        category is PhraseCategory.Closing or PhraseCategory.Congratulation or PhraseCategory.Apology
        || _left.Count == 0 || Acknowledges(TextTokens.FoldedWords(text))
            ? null
            : _left.Peek();

    /// <summary>A sentence was used: the next suggestion gets another one.</summary>
    public void Used() => _left.Dequeue();

    private static bool Acknowledges(string foldedWords) => Array.Exists(Cues, cue => foldedWords.Contains(cue, StringComparison.Ordinal));
}
