using Pipeline.Suggestions.Drafting.Reading;

namespace Pipeline.Suggestions.Drafting.Guard;

/// <summary>A sentence of a draft, read together with what it is checked against.</summary>
/// <param name="Said">The sentence.</param>
/// <param name="Source">What its source says; null when it names none.</param>
/// <param name="IsCustomers">Whether the source is a turn that no advisor said.</param>
/// <param name="Ground">What the draft stands on.</param>
/// <param name="Customer">All that the customer said.</param>
/// <param name="Vocabulary">The words of the language.</param>
internal sealed record ReadSentence(
    DraftText Said, DraftText? Source, bool IsCustomers, DraftGround Ground, DraftText Customer, GuardWords Vocabulary)
{
    /// <summary>Whether it asks.</summary>
    public bool IsQuestion => Said.Text.TrimEnd().EndsWith('?');

    /// <summary>Whether a word is a name that needs no source.</summary>
    public bool IsKnownName(Lexeme word) => Ground.Names.Any(name => Lexer.Read(name).Any(part => part.Text == word.Text));
}
