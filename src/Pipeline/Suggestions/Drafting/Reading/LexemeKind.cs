namespace Pipeline.Suggestions.Drafting.Reading;

/// <summary>What a <see cref="Lexeme"/> is.</summary>
internal enum LexemeKind
{
    /// <summary>Letters.</summary>
    Word,

    /// <summary>Digits.</summary>
    Number,

    /// <summary>Anything else but blanks.</summary>
    Sign,
}
