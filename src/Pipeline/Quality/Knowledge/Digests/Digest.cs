using Pipeline.Quality.Knowledge.Register;

namespace Pipeline.Quality.Knowledge.Digests;

/// <summary>
/// What became of the questions of a period, for all who asked or met them: thanks first, then answers, then what has none, and why. Nothing in it
/// compares people: helpers are named in the order of the alphabet and not counted.
/// </summary>
public sealed record Digest
{
    /// <summary>The team of the digest of everybody.</summary>
    public const string Everybody = "all";

    /// <summary>Names it: the team or session, and the first and the last day.</summary>
    public required string Id { get; init; }

    /// <summary>The team, which is a trade; all for everybody's; the id of the session where it is a session's.</summary>
    public required string Team { get; init; }

    /// <summary>The site of a session; null for a team's.</summary>
    public string? Site { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Who answered or wrote a tip, by id, in the order of the alphabet.</summary>
    public required IReadOnlyList<string> Helpers { get; init; }

    /// <summary>What has an answer.</summary>
    public required IReadOnlyList<DigestItem> Answered { get; init; }

    /// <summary>What has none: open still, or not answerable with the reason. Never left out.</summary>
    public required IReadOnlyList<DigestItem> Unanswered { get; init; }

    /// <summary>To whom it goes: all who asked or met one of its questions, by id, in the order of the alphabet.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }
}

/// <summary>A question of a digest.</summary>
public sealed record DigestItem
{
    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>Its words, masked; null once they were erased.</summary>
    public string? Wording { get; init; }

    /// <summary>The conversation that the words are from, so that an erasure finds them; null for none.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? WordingFrom { get; init; }

    /// <summary>The language of the words.</summary>
    public required string Language { get; init; }

    /// <summary>Where it stands.</summary>
    public required QuestionStatus Status { get; init; }

    /// <summary>How often it came up.</summary>
    public required int Count { get; init; }

    /// <summary>The answer.</summary>
    public string? Answer { get; init; }

    /// <summary>How the library names it, once a peer approved it.</summary>
    public string? Source { get; init; }

    /// <summary>Why there is none.</summary>
    public string? Reason { get; init; }

    /// <summary>Who looks for the answer.</summary>
    public string? Owner { get; init; }
}

/// <summary>A digest, as lists show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Team">The team, or the id of the session.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Answered">How many questions have an answer.</param>
/// <param name="Unanswered">How many have none.</param>
public sealed record DigestSummary(string Id, string Team, DateOnly From, DateOnly To, int Answered, int Unanswered);
