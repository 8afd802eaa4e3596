namespace Pipeline.Ports;

/// <summary>What somebody looks for in texts, read from what they typed. All clauses must hold.</summary>
/// <param name="Clauses">The clauses, in the order typed; at least one is not excluded.</param>
/// <param name="Side">Whose messages are searched; null for everybody's.</param>
public sealed record TextQuery(IReadOnlyList<TextClause> Clauses, TextSide? Side);

/// <summary>A word, a phrase or the beginning of words.</summary>
/// <param name="Words">The words, folded (lower case, without accents): one, or those of a phrase in order.</param>
/// <param name="Excluded">Whether conversations that hold it are left out.</param>
/// <param name="Beginning">Whether the one word is the beginning of the words that are meant.</param>
public sealed record TextClause(IReadOnlyList<string> Words, bool Excluded = false, bool Beginning = false);

/// <summary>Whose messages.</summary>
public enum TextSide
{
    /// <summary>The customer's.</summary>
    Customer,

    /// <summary>Those of advisors and bots.</summary>
    Advisor,
}

/// <summary>A text cannot be searched by. The message says what is wrong, for the one who typed it.</summary>
public sealed class TextQueryException(string message) : FormatException(message);
