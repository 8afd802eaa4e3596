namespace Pipeline.Suggestions.Candidates;

/// <summary>Where a reply that may be suggested comes from. Of two that say the same and fit as well, the kind that stands first here is offered.</summary>
public enum CandidateKind
{
    /// <summary>A phrase of the library: written and approved to be said.</summary>
    Phrase,

    /// <summary>What an article of the knowledge says.</summary>
    Article,

    /// <summary>A reply that advisors sent before.</summary>
    Reply,
}
