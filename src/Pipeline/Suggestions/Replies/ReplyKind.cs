using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Retrieval;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Replies;

/// <summary>What a reply does and how it sounds, told from its words alone: the same text is always of the same kind.</summary>
internal static class ReplyKind
{
    /// <summary>
    /// What it does. Where it does several things, what commits to most; who first explains and then says "I'm looking" explains.
    /// </summary>
    public static PhraseCategory CategoryOf(string template, string language)
    {
        var words = ReplyWords.For(language);
        var folded = Folded(template);
        var asks = template.Contains('?', StringComparison.Ordinal);
        return template.Contains($"{{{PhraseSlots.LinkPrefix}", StringComparison.Ordinal) ? PhraseCategory.WebLink
            : words.Says("handover", folded) ? PhraseCategory.Handover
            : words.Says("closing", folded) ? PhraseCategory.Closing
            : words.Says("congratulation", folded) ? PhraseCategory.Congratulation
            : words.Says("greeting", folded[..Math.Min(folded.Length, 16)]) ? PhraseCategory.Greeting
            : words.Says("apology", folded) && !asks ? PhraseCategory.Apology
            : asks ? PhraseCategory.Question
            : words.Says("holding", Folded(TextTokens.Sentences(template)[0])) ? PhraseCategory.Holding
            : PhraseCategory.Explanation;
    }

    /// <summary>How it sounds.</summary>
    public static PhraseTone ToneOf(string template, string language)
    {
        var words = ReplyWords.For(language);
        var folded = Folded(template);
        return words.Says("apology", folded) ? PhraseTone.Apologetic
            : words.Says("congratulation", folded) ? PhraseTone.Celebratory
            : words.Says("warm", folded) ? PhraseTone.Warm
            : words.Says("plain", folded) ? PhraseTone.Plain
            : PhraseTone.Neutral;
    }

    private static string Folded(string template) => $" {TextTokens.FoldedWords(template)} ";
}
