using Pipeline.Suggestions.Drafting.Reading;

namespace Pipeline.Suggestions.Drafting.Guard;

/// <summary>A sentence does not turn its source round: yes for no, the one case for the other, before for after.</summary>
internal static class MeaningRule
{
    public static RefusalReason? Of(ReadSentence sentence) => sentence.Source is { } source
        && (sentence.Said.Clauses.Any(clause => IsDenied(clause, source)) || SwapsCases(sentence.Said, source, sentence.Vocabulary)
            || SaysOpposite(sentence.Said, source, sentence.Vocabulary))
            ? RefusalReason.Contradiction
            : null;

    // The clauses of the source that share most with this one say yes or no as it does, and what the source only denies is not affirmed.
    private static bool IsDenied(Clause clause, DraftText source)
    {
        if (!clause.IsNegative && clause.Stems.Any(stem => source.Stems.Contains(stem)
            && source.Clauses.Where(other => other.Stems.Contains(stem)).All(other => other.IsNegative && other.IsCondition == clause.IsCondition)))
        {
            return true;
        }

        if (clause.IsNegative && clause.Stems.Any(stem => source.Stems.Contains(stem)
            && source.Clauses.Where(other => other.Stems.Contains(stem)).All(other => other.IsNegative && other.IsCondition == clause.IsCondition)))
        {
            return false;
        }

        var shared = source.Clauses.Where(other => other.IsCondition == clause.IsCondition)
            .Select(other => (other, count: other.Stems.Count(clause.Stems.Contains)))
            .Where(pair => pair.count > 0)
            .ToList();
        return shared.Count > 0 && shared.Where(pair => pair.count == shared.Max(other => other.count))
            .All(pair => pair.other.IsNegative != clause.IsNegative);
    }

    private static bool SwapsCases(DraftText said, DraftText source, GuardWords words)
    {
        foreach (var fact in said.Facts.Where(fact => fact.Kind != FactKind.Digits))
        {
            var there = source.Facts.Where(fact.IsBackedBy).Select(other => source.CaseAt(other.Start)).ToList();
            if (said.CaseAt(fact.Start) is { } here && there.Count > 0 && there.All(other => other is not null && other != here))
            {
                return true;
            }
        }

        foreach (var (position, _, _) in said.Concepts.Where(concept => concept.Value == "free"))
        {
            // What is free only in one case is not free.
            var there = source.Concepts.Where(concept => concept.Value == "free").Select(concept => source.CaseAt(concept.Position)).ToList();
            if (there.Count > 0 && there.All(other => other is not null && other != said.CaseAt(position)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SaysOpposite(DraftText said, DraftText source, GuardWords words) =>
        words.Antonyms.Any(pair => Turns(said, source, pair.One, pair.Other) || Turns(said, source, pair.Other, pair.One)
            || Replaces(said, source, pair.One, pair.Other, words) || Replaces(said, source, pair.Other, pair.One, words));

    // A word of some weight ("used") where the source has its opposite only ("unused").
    private static bool Replaces(DraftText said, DraftText source, Expressions word, Expressions opposite, GuardWords words) =>
        Enumerable.Range(0, said.Lexemes.Count).Any(place => word.Has(said.Lexemes[place]) && !words.Function.Has(said.Lexemes[place])
            && (place == 0 || said.Lexemes[place - 1].Text is not ("you" or "vous" or "we" or "nous" or "have" or "avez"))) && opposite.In(source.Lexemes) && !word.In(source.Lexemes);

    // The word stands with a neighbour that stands in the source with its opposite only.
    private static bool Turns(DraftText said, DraftText source, Expressions word, Expressions opposite) => said.Clauses.Any(clause =>
    {
        if (!Has(said, clause, word) || Has(said, clause, opposite))
        {
            return false;
        }

        var withOpposite = source.Clauses.Where(other => Has(source, other, opposite) && !Has(source, other, word)).ToList();
        return clause.Stems.Any(stem => withOpposite.Any(other => other.Stems.Contains(stem) && other.IsNegative == clause.IsNegative)
            && !source.Clauses.Any(other => other.Stems.Contains(stem) && Has(source, other, word)));
    });

    private static bool Has(DraftText text, Clause clause, Expressions words) =>
        words.In([.. text.Lexemes.Skip(clause.Start).Take(clause.End - clause.Start)]);
}
