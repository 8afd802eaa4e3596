namespace Pipeline.Ports;

/// <summary>
/// Finds closed conversations by the words of their masked messages, newest first. What it reads does not grow with the number of
/// conversations for words that many hold, and by its logarithm for rare ones (docs/search.md).
/// </summary>
public interface ITranscriptSearch
{
    /// <summary>Reads what somebody typed into a search box: words, "phrases in quotes", -excluded words, beginnings*, in:customer, in:advisor.</summary>
    /// <exception cref="TextQueryException">It cannot be searched by; the message says what is wrong, fit for the one who typed.</exception>
    TextQuery Parse(string text);

    /// <summary>One page of matches, newest first.</summary>
    /// <param name="search">What is looked for.</param>
    /// <param name="maxMatches">The most to return, 1 to 1,000.</param>
    /// <param name="after">The position of the last match of the page before; null for the first page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TextQueryException">A beginning stands for too many words.</exception>
    Task<TranscriptMatchPage> SearchAsync(
        TranscriptSearch search, int maxMatches, string? after, CancellationToken cancellationToken);

    /// <summary>The matches one by one, for intersecting them with other rows in the same order. Reads nothing yet.</summary>
    ITranscriptMatches Open(TranscriptSearch search);
}

/// <summary>What is looked for.</summary>
/// <param name="Query">The words.</param>
/// <param name="From">Conversations that started at or after this time; null for no bound.</param>
/// <param name="Before">Conversations that started before this time; null for no bound.</param>
public sealed record TranscriptSearch(TextQuery Query, DateTimeOffset? From = null, DateTimeOffset? Before = null);

/// <summary>A conversation that matches.</summary>
/// <param name="Key">The conversation's key.</param>
/// <param name="StartedAt">When it started.</param>
public sealed record TranscriptMatch(string Key, DateTimeOffset StartedAt)
{
    /// <summary>Its place in the order: also the row key of its rows in the index. See <see cref="NewestFirst"/>.</summary>
    public string Position => NewestFirst.Of(StartedAt, Key);
}

/// <summary>A page of matches.</summary>
/// <param name="Matches">The matches, newest first.</param>
/// <param name="More">Whether there may be more; the next page goes on after the position of the last match.</param>
/// <param name="RowsRead">How many rows of tables were read for it.</param>
public sealed record TranscriptMatchPage(IReadOnlyList<TranscriptMatch> Matches, bool More, int RowsRead);

/// <summary>Matches in order, newest first. Used by one caller at a time.</summary>
public interface ITranscriptMatches
{
    /// <summary>How many rows of tables were read so far.</summary>
    int RowsRead { get; }

    /// <summary>The next match; null when there is none.</summary>
    /// <param name="from">Skips matches before this position (see <see cref="NewestFirst"/>), at the cost of a few rows; null for the next one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TextQueryException">A beginning stands for too many words.</exception>
    Task<TranscriptMatch?> NextAsync(string? from, CancellationToken cancellationToken);
}
