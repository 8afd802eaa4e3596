using Pipeline.Suggestions.Retrieval;

namespace Pipeline.Suggestions.Drafting.Reading;

/// <summary>Cuts a text into clauses: at punctuation, at "and", "but" and the like, and before a condition.</summary>
internal static class ClauseReader
{
    public static IReadOnlyList<Clause> Read(IReadOnlyList<Lexeme> lexemes, IReadOnlyList<FactToken> facts, GuardWords words)
    {
        var clauses = new List<Clause>();
        var (sentence, start, open) = (0, 0, ClauseCase.Any);
        for (var position = 0; position < lexemes.Count; position++)
        {
            if (facts.Any(fact => position > fact.Start && position < fact.End))
            {
                continue;
            }

            var opens = Opening(lexemes, position, words);
            if (opens is { } next)
            {
                Close(position);
                open = next;
            }
            else if (lexemes[position].Kind == LexemeKind.Sign && !facts.Any(fact => fact.Start == position))
            {
                Close(position);
                (start, open) = (position + 1, ClauseCase.Any);
                sentence += lexemes[position].Text is "." or "!" or "?" or "…" ? 1 : 0;
            }
            else if (words.Breaks.At(lexemes, position).Length > 0)
            {
                Close(position);
                open = ClauseCase.Any;
            }
        }

        Close(lexemes.Count);
        DenyBoth(clauses, lexemes);
        return clauses;

        void Close(int end)
        {
            if (end > start)
            {
                clauses.Add(Of(lexemes, start, end, sentence, open, words));
            }

            start = end;
        }
    }

    // "Breakage and rust are not covered" denies both.
    private static void DenyBoth(List<Clause> clauses, IReadOnlyList<Lexeme> lexemes)
    {
        for (var index = 1; index < clauses.Count; index++)
        {
            var (before, own) = (clauses[index - 1], clauses[index]);
            if (own.IsNegative && before.End == own.Start && before.Stems.Count == 1
                && lexemes[own.Start].Text is "et" or "ou" or "and" or "or")
            {
                clauses[index - 1] = before with { IsNegative = true };
            }
        }
    }

    // Words alone: numbers are compared as facts.
    private static Clause Of(IReadOnlyList<Lexeme> lexemes, int start, int end, int sentence, ClauseCase open, GuardWords words)
    {
        Lexeme[] part = [.. lexemes.Skip(start).Take(end - start)];
        var own = words.ThatCase.In(part) ? ClauseCase.Then : open == ClauseCase.Any && words.Otherwise.In(part) ? ClauseCase.Otherwise : open;
        var stems = part.Where(lexeme => lexeme.IsWord && !words.Function.Has(lexeme) && lexeme.Text.Length > 1)
            .Select(lexeme => WordStem.Of(lexeme.Text, words.Language));
        return new(sentence, start, end, own, IsNegative(part, words), stems.ToHashSet(StringComparer.Ordinal));
    }

    private static ClauseCase? Opening(IReadOnlyList<Lexeme> lexemes, int position, GuardWords words)
    {
        if (words.Unless.At(lexemes, position).Length > 0)
        {
            return ClauseCase.Unless;
        }

        var isPolite = lexemes[position].Text == "s" && position + 2 < lexemes.Count && lexemes[position + 2].Text is "vous" or "te";
        var isSecond = position > 0 && words.Unless.AtOrNone(lexemes, position - 1).Length > 1;
        return !isPolite && !isSecond && words.Conditions.At(lexemes, position).Length > 0 ? ClauseCase.If : null;
    }

    // "Non, le matériel est à renvoyer": an answer at the start denies nothing. "ne ... que" is "only".
    private static bool IsNegative(Lexeme[] part, GuardWords words)
    {
        var only = words.Only.In(part) && !part.Any(lexeme => lexeme.Text is "pas" or "jamais" or "aucun" or "aucune" or "rien" or "plus");
        var isShortAnswer = part.Length == 1;
        // "No cost" and "ne coûte rien" say yes to "free"; "not impossible" says yes.
        var covered = words.Concepts.AllIn(part).Where(concept => concept.Value == "free").SelectMany(concept => Enumerable.Range(concept.Position, concept.Length)).ToHashSet();
        Lexeme[] rest = [.. part.Where((_, place) => !covered.Contains(place))];
        return !only && !isShortAnswer && words.Negations.In(rest) != words.NegativeAdjectives.In(rest);
    }
}
