using Pipeline.Suggestions.Retrieval;

namespace Pipeline.Suggestions.Drafting.Reading;

/// <summary>A text as the guard compares it: its words, facts, links and clauses.</summary>
internal sealed class DraftText
{
    private readonly GuardWords _words;

    public DraftText(string text, string language)
    {
        Text = text;
        _words = GuardWords.Of(language);
        (Links, var rest) = LinkReader.Read(text);
        Lexemes = Lexer.Read(rest);
        Facts = FactReader.Read(Lexemes, _words);
        Clauses = ClauseReader.Read(Lexemes, Facts, _words);
        Stems = Clauses.SelectMany(clause => clause.Stems).ToHashSet(StringComparer.Ordinal);
    }

    public string Text { get; }

    public IReadOnlyList<string> Links { get; }

    /// <summary>Words, numbers and signs, without the links.</summary>
    public IReadOnlyList<Lexeme> Lexemes { get; }

    public IReadOnlyList<FactToken> Facts { get; }

    public IReadOnlyList<Clause> Clauses { get; }

    /// <summary>The stems of all words that carry meaning.</summary>
    public IReadOnlySet<string> Stems { get; }

    /// <summary>The words that carry meaning and belong to no fact, with their places.</summary>
    public IEnumerable<(int Position, Lexeme Word, string Stem)> Words()
    {
        for (var position = 0; position < Lexemes.Count; position++)
        {
            var lexeme = Lexemes[position];
            if (lexeme.IsWord && lexeme.Text.Length > 1 && !_words.Function.Has(lexeme) && !Facts.Any(fact => position >= fact.Start && position < fact.End))
            {
                yield return (position, lexeme, WordStem.Of(lexeme.Text, _words.Language));
            }
        }
    }

    /// <summary>The concepts it speaks of: <see cref="GuardWords.Concepts"/>.</summary>
    public IReadOnlyList<(int Position, int Length, string Value)> Concepts => field ??= [.. _words.Concepts.AllIn(Lexemes)];

    /// <summary>The case that a place of it holds in, by its own clause, else by the condition beside it; null when it holds always.</summary>
    public bool? CaseAt(int position)
    {
        var index = Clauses.ToList().FindIndex(clause => position >= clause.Start && position < clause.End);
        if (index < 0)
        {
            return null;
        }

        var own = Clauses[index];
        if (own.Case != ClauseCase.Any)
        {
            return Holds(own);
        }

        Clause? before = Beside(index - 1, own), after = Beside(index + 1, own);
        return before is { IsCondition: true } || (before is { Case: not ClauseCase.Any } && !Facts.Any(before.Holds)) ? Holds(before)
            : HasThreshold(own) ? true
            : after is { IsCondition: true } || (after is { Case: ClauseCase.Otherwise } && !Facts.Any(after.Holds)) ? Holds(after)
            : null;
    }

    // "for each month" is a rate and no case.
    private bool HasThreshold(Clause clause) => Enumerable.Range(clause.Start, clause.End - clause.Start).Any(place =>
        _words.Thresholds.At(Lexemes, place).Length > 0 && (place + 1 >= Lexemes.Count || Lexemes[place + 1].Text is not ("each" or "every" or "a" or "chaque")));

    private Clause? Beside(int index, Clause clause) =>
        index >= 0 && index < Clauses.Count && Clauses[index].Sentence == clause.Sentence ? Clauses[index] : null;

    private static bool? Holds(Clause clause) => clause.Case switch
    {
        ClauseCase.If => !clause.IsNegative,
        ClauseCase.Unless => clause.IsNegative,
        ClauseCase.Otherwise => false,
        ClauseCase.Then => true,
        _ => null,
    };
}
