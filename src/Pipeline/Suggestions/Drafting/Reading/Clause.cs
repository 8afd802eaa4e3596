namespace Pipeline.Suggestions.Drafting.Reading;

/// <summary>A part of a sentence that says one thing.</summary>
/// <param name="Sentence">The number of its sentence in the text.</param>
/// <param name="Start">Its first lexeme.</param>
/// <param name="End">Behind its last lexeme.</param>
/// <param name="Case">The case it speaks of by its own words.</param>
/// <param name="IsNegative">Whether it says no.</param>
/// <param name="Stems">The words of it that carry meaning, cut to their stems.</param>
internal sealed record Clause(int Sentence, int Start, int End, ClauseCase Case, bool IsNegative, IReadOnlySet<string> Stems)
{
    /// <summary>Whether it only says when something else holds.</summary>
    public bool IsCondition => Case is ClauseCase.If or ClauseCase.Unless;

    public bool Holds(FactToken fact) => fact.Start >= Start && fact.Start < End;
}
