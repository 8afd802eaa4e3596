namespace Pipeline.Suggestions.Replies;

/// <summary>From when on a reply that advisors sent is offered to others, and for how long. Each number says why it is what it is.</summary>
public static class ReplyThresholds
{
    /// <summary>In so many different conversations a reply must have been accepted: what was said twice may be two words on one case.</summary>
    public const int LeastConversations = 3;

    /// <summary>By so many different advisors: with one, the reply would be somebody's own manner, and show who wrote.</summary>
    public const int LeastAdvisors = 2;

    /// <summary>A shorter text ("Oui.", "Je regarde.") saves nobody a key.</summary>
    public const int LeastCharacters = 15;

    /// <summary>A longer text is about one case; also the longest that a chat window shows at a glance (see the linter's lengths).</summary>
    public const int MostCharacters = 400;

    /// <summary>
    /// So many uses of a reply are kept. More would tell nothing: the prior that they feed grows with their logarithm, and
    /// <see cref="LeastConversations"/> is passed long before. Also what fits into a row beside as many wordings.
    /// </summary>
    public const int MostUses = 64;

    /// <summary>A reply that nobody sent for so many days is dropped: products and rules have changed since.</summary>
    public const int UnusedDays = 180;

    /// <summary>The rating, of 1 to 5, from which on a closed conversation counts as solved.</summary>
    public const int LeastRating = 4;
}
