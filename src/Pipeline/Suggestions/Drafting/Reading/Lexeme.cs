namespace Pipeline.Suggestions.Drafting.Reading;

/// <summary>A word, a number or a sign of a text.</summary>
/// <param name="Text">A word without accents in lower case; a number as its digits with a point for decimals; a sign as it is.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Surface">As it is written.</param>
internal readonly record struct Lexeme(string Text, LexemeKind Kind, string Surface)
{
    public bool IsWord => Kind == LexemeKind.Word;

    public bool IsNumber => Kind == LexemeKind.Number;

    public bool Is(char sign) => Kind == LexemeKind.Sign && Text[0] == sign;
}
