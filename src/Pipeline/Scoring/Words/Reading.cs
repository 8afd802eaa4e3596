namespace Pipeline.Scoring.Words;

/// <summary>A text taken apart into words, with what its punctuation says.</summary>
/// <param name="Text">The text.</param>
internal sealed record Reading(string Text)
{
    /// <summary>The words in order.</summary>
    public List<Word> Words { get; init; } = [];

    /// <summary>How many exclamation marks there are.</summary>
    public int Exclamations { get; set; }

    /// <summary>The longest run of exclamation and question marks.</summary>
    public int LongestRun { get; set; }

    /// <summary>Whether there is a question mark.</summary>
    public bool Asks { get; set; }

    /// <summary>Whether the text trails off in dots.</summary>
    public bool TrailsOff { get; set; }

    /// <summary>Letters in the text.</summary>
    public int Letters { get; set; }

    /// <summary>Letters in words of two letters or more that are all capitals.</summary>
    public int CapitalLetters { get; set; }

    /// <summary>Whether the text is shouted: four letters or more, nearly all in capitals.</summary>
    public bool IsShouted => CapitalLetters >= 4 && CapitalLetters * 10 >= Letters * 8;
}
