namespace Pipeline.Scoring.Lexicons;

/// <summary>A lexicon cannot be used. The message names the file and the entry.</summary>
public sealed class LexiconException : Exception
{
    /// <summary>Tells what is wrong where.</summary>
    public LexiconException(string file, string entry, string problem, Exception? inner = null)
        : base($"Lexicon {file}, {entry}: {problem}", inner)
    {
    }
}
