using Pipeline.Suggestions.Drafting.Reading;

namespace Pipeline.Suggestions.Drafting.Guard;

/// <summary>A draft is in the language of the conversation, each sentence of it.</summary>
internal static class LanguageRule
{
    private const int LongSentence = 6;

    public static RefusalReason? Of(ReadSentence sentence) =>
        IsIn(sentence.Said, sentence.Vocabulary, sentence.Source) ? null : RefusalReason.WrongLanguage;

    /// <summary>Whether a text is in a language: fr or en.</summary>
    public static bool IsIn(string text, string language) => IsIn(new DraftText(text, language), GuardWords.Of(language), null);

    private static bool IsIn(DraftText said, GuardWords vocabulary, DraftText? source)
    {
        var other = GuardWords.Of(vocabulary.Language == "fr" ? "en" : "fr");
        Lexeme[] words = [.. said.Lexemes.Where(lexeme => lexeme.IsWord && lexeme.Text.Length > 1)];
        var own = words.Count(word => vocabulary.Function.Has(word));
        var theirs = words.Count(word => other.Function.Has(word) && !vocabulary.Function.Has(word) && !InSource(word));
        var foreign = words.Count(word => vocabulary.Foreign.Has(word) && !vocabulary.Function.Has(word) && !InSource(word));
        return theirs + foreign <= own && foreign <= 1 && theirs <= 2 && !(words.Length >= LongSentence && own == 0);

        bool InSource(Lexeme word) => source?.Lexemes.Any(known => known.Text == word.Text) == true;
    }
}
