namespace Pipeline.Suggestions.Candidates;

/// <summary>Where replies to suggest come from: the phrases, the knowledge, what advisors sent before.</summary>
public interface ICandidateSource
{
    /// <summary>
    /// The candidates in force now; null when there are none. They are a snapshot that never changes, and a later one is another object: whoever
    /// reads never waits for who changes.
    /// </summary>
    /// <param name="language">The language to answer in: fr or en.</param>
    /// <param name="brand">The brand of the conversation. What other brands may not see may be left out, and need not.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<CandidateCollection?> CandidatesAsync(string language, string brand, CancellationToken cancellationToken);
}
