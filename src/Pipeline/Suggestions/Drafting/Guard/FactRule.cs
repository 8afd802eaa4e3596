using Pipeline.Suggestions.Drafting.Reading;

namespace Pipeline.Suggestions.Drafting.Guard;

/// <summary>Every amount, time, number, row of digits and link of a sentence is in its source, and of the same thing there.</summary>
internal static class FactRule
{
    public static RefusalReason? Of(ReadSentence sentence)
    {
        if (sentence.Said.Links.Any(link => sentence.IsCustomers || sentence.Source?.Links.Contains(link) != true)
            || LinkReader.IsSpoken(sentence.Said.Lexemes))
        {
            return RefusalReason.InventedLink;
        }

        foreach (var fact in sentence.Said.Facts)
        {
            FactToken[] same = [.. sentence.Source?.Facts.Where(fact.IsBackedBy) ?? []];
            if (same.Length == 0 && !IsCourteousCount(fact, sentence))
            {
                return fact.Kind switch
                {
                    FactKind.Amount => RefusalReason.InventedAmount,
                    FactKind.Time => RefusalReason.InventedTime,
                    _ => RefusalReason.InventedNumber,
                };
            }

            if (same.Length > 0 && !same.Any(source => IsOfSameThing(fact, source, sentence)))
            {
                return RefusalReason.Contradiction;
            }
        }

        return null;
    }

    // "14 days" of the source may belong to the cancellation and not to the return: the words around must be those around it there.
    private static bool IsOfSameThing(FactToken fact, FactToken source, ReadSentence sentence)
    {
        var around = sentence.Said.Clauses.First(clause => clause.Holds(fact)).Stems;
        var there = sentence.Source!.Clauses.First(clause => clause.Holds(source)).Stems;
        if (IsWithout(fact, sentence, there))
        {
            return false;
        }

        // Only what is counted alike can be mistaken for one another.
        var others = sentence.Source.Facts.Where(other => other != source && other.Kind == fact.Kind && (other.Unit == fact.Unit || (IsDelay(fact) && IsDelay(other))));
        var elsewhere = sentence.Source.Clauses.Where(clause => !clause.Holds(source) && others.Any(clause.Holds))
            .SelectMany(clause => clause.Stems).ToHashSet(StringComparer.Ordinal);
        return around.Count(stem => elsewhere.Contains(stem) && !there.Contains(stem)) <= around.Count(stem => there.Contains(stem) && !elsewhere.Contains(stem))
            || !around.Any(elsewhere.Contains);
    }

    // "Two things", said to order an answer.
    private static bool IsCourteousCount(FactToken fact, ReadSentence sentence) => sentence.Source is null && fact is { Kind: FactKind.Number, Unit: "", Most: <= 4 }
        && sentence.Said.Lexemes[fact.Start].IsWord;

    private static bool IsDelay(FactToken fact) => fact.Unit is "second" or "month" or "workday" or "businessday";

    // "2 € without the option" of "the option makes it 2 €".
    private static bool IsWithout(FactToken fact, ReadSentence sentence, IReadOnlySet<string> there)
    {
        var place = sentence.Said.Clauses.First(clause => clause.Holds(fact)).Sentence;
        var isWithout = sentence.Said.Clauses.Where(clause => clause.Sentence == place)
            .SelectMany(clause => Enumerable.Range(clause.Start, clause.End - clause.Start))
            .Any(position => IsPreposition(sentence.Said.Lexemes[position])
                && sentence.Said.Words().Where(word => word.Position > position).Take(2).Any(word => there.Contains(word.Stem)));
        return isWithout && !sentence.Source!.Lexemes.Any(IsPreposition);

        static bool IsPreposition(Lexeme lexeme) => lexeme.Text is "sans" or "without";
    }
}
