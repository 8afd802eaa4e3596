using System.Text.Json.Serialization;

namespace Pipeline.Web.Library;

/// <summary>A vote on a phrase.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PhraseVote
{
    /// <summary>Whether the voter would use it. It must be given.</summary>
    public bool? For { get; init; }
}

/// <summary>A comment on a phrase.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PhraseComment
{
    /// <summary>What it says: 1 to 1,000 characters.</summary>
    public string? Text { get; init; }
}
