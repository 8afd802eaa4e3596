using Pipeline.Suggestions.Drafting.Reading;

namespace Pipeline.Suggestions.Drafting.Guard;

/// <summary>Nobody asks a customer for a card number, a password or a code, whatever a source says.</summary>
internal static class SecretRule
{
    public static RefusalReason? Of(ReadSentence sentence)
    {
        foreach (var clause in Sides(sentence.Said))
        {
            Lexeme[] part = [.. sentence.Said.Lexemes.Skip(clause.Start).Take(clause.End - clause.Start)];
            var asks = sentence.Vocabulary.Requests.In(part) || sentence.IsQuestion;
            if (asks && sentence.Vocabulary.Secrets.In(part) && !sentence.Vocabulary.Negations.In(part) && !IsQuoted(part, sentence))
            {
                return RefusalReason.AsksForSecret;
            }
        }

        return null;
    }

    // "Send me A and B" is cut at "and", but asks for both.
    private static IEnumerable<(int Start, int End)> Sides(DraftText said)
    {
        var start = 0;
        for (var position = 0; position <= said.Lexemes.Count; position++)
        {
            if (position == said.Lexemes.Count || said.Lexemes[position].Text is "." or ";" or ":" or "but" or "mais")
            {
                yield return (start, position);
                start = position;
            }
        }
    }

    // "par carte", "to your card": said as the source says it, word for word, and asked of nobody.
    private static bool IsQuoted(Lexeme[] part, ReadSentence sentence) => sentence is { Source: not null, IsCustomers: false, IsQuestion: false }
        && part.Where(word => sentence.Vocabulary.Secrets.Has(word) || sentence.Vocabulary.Requests.Has(word))
            .All(word => sentence.Source.Lexemes.Any(known => known.Text == word.Text));
}
