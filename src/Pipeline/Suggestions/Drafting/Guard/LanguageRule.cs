using Pipeline.Suggestions.Drafting.Reading;

namespace Pipeline.Suggestions.Drafting.Guard;

/// <summary>A draft is in the language of the conversation, each sentence of it.</summary>
internal static class LanguageRule
{
    private const int LongSentence = 6;

    public static RefusalReason? Of(ReadSentence sentence)
    {
        var other = GuardWords.Of(sentence.Vocabulary.Language == "fr" ? "en" : "fr");
        Lexeme[] words = [.. sentence.Said.Lexemes.Where(lexeme => lexeme.IsWord && lexeme.Text.Length > 1)];
        var own = words.Count(word => sentence.Vocabulary.Function.Has(word));
        var theirs = words.Count(word => other.Function.Has(word) && !sentence.Vocabulary.Function.Has(word) && !InSource(word));
        var foreign = words.Count(word => sentence.Vocabulary.Foreign.Has(word) && !sentence.Vocabulary.Function.Has(word) && !InSource(word));
        return theirs + foreign > own || foreign > 1 || theirs > 2 || (words.Length >= LongSentence && own == 0) ? RefusalReason.WrongLanguage : null;

        bool InSource(Lexeme word) => sentence.Source?.Lexemes.Any(known => known.Text == word.Text) == true;
    }
}
