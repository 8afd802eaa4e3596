using Pipeline.Suggestions.Drafting.Reading;

namespace Pipeline.Suggestions.Drafting.Guard;

/// <summary>A sentence with a source is made of the words of its source, and of words that add nothing of their own.</summary>
internal static class WordingRule
{
    public static RefusalReason? Of(ReadSentence sentence)
    {
        if (sentence.Source is not { } source)
        {
            return null;
        }

        var (known, added) = (0, 0);
        foreach (var (position, word, stem) in sentence.Said.Words())
        {
            if (source.Stems.Contains(stem) || source.Lexemes.Any(lexeme => IsSameWord(lexeme.Text, word.Text))
                || sentence.Vocabulary.Synonyms.Any(group => group.Has(word) && source.Lexemes.Any(group.Has)))
            {
                known++;
            }
            else if (!IsNeutral(sentence, word) && !sentence.IsKnownName(word))
            {
                added += char.IsUpper(word.Surface[0]) && position > 0 && !sentence.Customer.Stems.Contains(stem) ? 2 : 1;
            }
        }

        var grounded = known + sentence.Said.Facts.Count + sentence.Said.Links.Count;
        var allowed = sentence.IsCustomers || grounded < 2 ? 0 : 1;
        // What is mere courtesy may well name a phrase that says it in other words.
        var isCourtesy = grounded == 0 && sentence.Said.Words().All(word => sentence.Vocabulary.Courtesy.Has(word.Word));
        return (grounded == 0 && !isCourtesy) || added > allowed ? RefusalReason.NotInSource : null;
    }

    // What a concept covers is the decision rule's; the customer's own words name the matter.
    private static bool IsNeutral(ReadSentence sentence, Lexeme word) => sentence.IsCustomers
        ? sentence.Vocabulary.Restating.Has(word)
        : sentence.Vocabulary.Neutral.Has(word) || sentence.Vocabulary.Courtesy.Has(word) || sentence.Vocabulary.Concepts.Has(word)
            || (sentence.IsQuestion && sentence.Vocabulary.Question.Has(word));

    // "retourné" and "retour", "livraison" and "livrée": forms that one ending does not join.
    private static bool IsSameWord(string one, string other)
    {
        var common = 0;
        while (common < one.Length && common < other.Length && one[common] == other[common])
        {
            common++;
        }

        return common >= 5 && common * 3 >= Math.Max(one.Length, other.Length) * 2;
    }
}
