namespace Pipeline.Flow;

/// <summary>The body of a message is not what its route takes: it never will be.</summary>
/// <param name="path">Where in the JSON; <c>$</c> for the whole. The value itself is never told.</param>
/// <param name="inner">What the reader met.</param>
public sealed class BadBodyException(string path, Exception? inner = null)
    : Exception($"The body is not a message of this route (at {path}).", inner)
{
    /// <summary>Where in the JSON.</summary>
    public string Path { get; } = path;
}
