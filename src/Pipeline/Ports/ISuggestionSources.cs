namespace Pipeline.Ports;

/// <summary>Tells whether what a suggestion was made of is still offered.</summary>
public interface ISuggestionSources
{
    /// <summary>Whether a source is still offered; one of a kind that nobody keeps is.</summary>
    /// <param name="source">The source, such as <c>phrase:fr-holding-03</c>.</param>
    /// <param name="language">The language of the suggestion.</param>
    /// <param name="exactly">
    /// Whether it must be asked of the library as it is now, which is a read of a row; else what was known within the last minute does.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<bool> IsOfferedAsync(string source, string language, bool exactly, CancellationToken cancellationToken);
}
