namespace Pipeline.Ports;

/// <summary>Finds words that no customer should read from a service: rude ones, and those that talk down. It never reads how the writer feels.</summary>
public interface IToneReading
{
    /// <summary>The words, folded, in order; none when there are none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">fr or en.</param>
    IReadOnlyList<string> Lapses(string text, string language);
}
