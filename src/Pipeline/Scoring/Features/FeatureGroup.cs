namespace Pipeline.Scoring.Features;

/// <summary>What kind of thing a feature is. Features of one group share their length: a long text has many, each of them weighing less.</summary>
public enum FeatureGroup
{
    /// <summary>Single words, also as they stand under a negation.</summary>
    Words,

    /// <summary>Two words in a row, and two with one between them.</summary>
    Pairs,

    /// <summary>Groups of letters within a word.</summary>
    Letters,

    /// <summary>What the word lists found.</summary>
    Lexicon,

    /// <summary>Capitals, marks, emoji, length.</summary>
    Surface,
}
