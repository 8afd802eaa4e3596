namespace Pipeline.Suggestions.Ranking;

/// <summary>What kind of word it is, for telling what changes from one saying of a reply to the next.</summary>
internal enum RankingWordKind : byte
{
    /// <summary>A word like any other.</summary>
    Plain,

    /// <summary>It holds a digit: an amount, a time, an order.</summary>
    Number,

    /// <summary>A capital inside a sentence: a person, a place, a product, a day.</summary>
    Name,

    /// <summary>A question mark.</summary>
    Question,
}

/// <summary>A word of a turn.</summary>
/// <param name="Hash">Of its letters, in lower case and without accents.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="Sentence">In which sentence it stands, from 0.</param>
internal readonly record struct RankingWord(uint Hash, RankingWordKind Kind, ushort Sentence)
{
    /// <summary>What stands for any number.</summary>
    public const uint AnyNumber = 1;

    /// <summary>What stands for any name.</summary>
    public const uint AnyName = 2;

    /// <summary>A question mark.</summary>
    public const uint QuestionMark = 3;

    /// <summary>The word with what changes from one saying to the next replaced: numbers always.</summary>
    public uint Form => Kind == RankingWordKind.Number ? AnyNumber : Hash;

    /// <summary>The word with what changes replaced: numbers and names.</summary>
    public uint Template => Kind switch
    {
        RankingWordKind.Number => AnyNumber,
        RankingWordKind.Name => AnyName,
        _ => Hash,
    };
}
