namespace Pipeline.Suggestions.Replies;

/// <summary>How accepted replies are kept, from the configuration section <c>Suggestions:Replies</c>.</summary>
public sealed class ReplyOptions
{
    /// <summary>
    /// The key under which conversations and advisors are hashed, so that a reply's uses can be counted and nobody found by trying. With another key all uses
    /// count as new. Without one the hashes only tell one from another.
    /// </summary>
    public string? HashKey { get; set; }
}
