namespace Pipeline.Scoring.Words;

/// <summary>What is special about how a word is written.</summary>
[Flags]
internal enum WordMarks
{
    None = 0,

    /// <summary>The first word of a sentence or of the text.</summary>
    First = 1,

    /// <summary>The last word of a sentence or of the text.</summary>
    Last = 2,

    /// <summary>Two letters or more, all capitals.</summary>
    Capitals = 4,

    /// <summary>A letter held down: "noooon".</summary>
    Stretched = 8,

    /// <summary>An emoji, not letters.</summary>
    Emoji = 16,

    /// <summary>A placeholder of masked data.</summary>
    Placeholder = 32,

    /// <summary>A question mark closes its sentence.</summary>
    Asked = 64,
}

/// <summary>A word of a text.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How many characters it has.</param>
/// <param name="Symbols">The index of its set of symbols in the lexicon (<see cref="Lexicons.Vocabulary"/>).</param>
/// <param name="Marks">How it is written.</param>
internal readonly record struct Word(int Start, int Length, int Symbols, WordMarks Marks)
{
    public int End => Start + Length;

    public bool Has(WordMarks marks) => (Marks & marks) != 0;
}
