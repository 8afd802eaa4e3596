using Pipeline.Messages;

namespace Pipeline.Suggestions.Drafting;

/// <summary>Finds what a draft may say besides the phrases that were suggested, such as knowledge articles.</summary>
public interface IDraftFacts
{
    /// <summary>The facts for a message, best first, in the language.</summary>
    ValueTask<IReadOnlyList<DraftFact>> FindAsync(MessageScored message, string language, CancellationToken cancellationToken);
}
