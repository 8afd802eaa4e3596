using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Storage;

namespace Pipeline.Quality.Knowledge.Register;

/// <summary>
/// What people did with a question: a row that is there from the first act on. Its id is that of the sighting that founded the group, and from
/// then on the group stays founded on it, whatever comes up later.
/// </summary>
public sealed record QuestionCard
{
    /// <summary>Starts the keys of their rows.</summary>
    public const string Prefix = "question~";

    /// <summary>The id within its scope.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands.</summary>
    public QuestionStatus Status { get; init; }

    /// <summary>Who looks for the answer.</summary>
    public string? Owner { get; init; }

    /// <summary>When it was taken.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>When it was escalated, once.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>To whom.</summary>
    public string? EscalatedTo { get; init; }

    /// <summary>The answer.</summary>
    public QuestionAnswer? Answer { get; init; }

    /// <summary>Why there is none.</summary>
    public string? Reason { get; init; }

    /// <summary>Who said so.</summary>
    public string? ClosedBy { get; init; }

    /// <summary>When it was answered, or found not to be answerable.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>When the answer was seen to be approved.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>How suggestions name it in the library, such as <c>article:q-fr-3b1c</c>, or <c>glossary:fr/PLP</c>.</summary>
    public string? Source { get; init; }

    /// <summary>The words it goes by while the sighting that founded it is away (its conversation was reopened or erased).</summary>
    public string? StandInWording { get; init; }

    /// <summary>What it is compared by meanwhile.</summary>
    public IReadOnlyList<string> StandInTerms { get; init; } = [];

    /// <summary>The conversation that these words are from.</summary>
    public string? StandInConversation { get; init; }

    /// <summary>The version of the row; null before it is written.</summary>
    public string? ETag { get; init; }

    /// <summary>Reads a row.</summary>
    public static QuestionCard Read(TableRow row) => new()
    {
        Id = row.RowKey[Prefix.Length..],
        Status = row.Named<QuestionStatus>("Status")!.Value,
        Owner = row.Text("Owner"),
        TakenAt = row.Time("TakenAt"),
        EscalatedAt = row.Time("EscalatedAt"),
        EscalatedTo = row.Text("EscalatedTo"),
        Answer = row.Text("AnswerId") is { } id
            ? new(row.Text("AnswerKind")!, id, row.Text("AnswerText")!, row.Text("AnswerAuthor")!)
            : null,
        Reason = row.Text("Reason"),
        ClosedBy = row.Text("ClosedBy"),
        DecidedAt = row.Time("DecidedAt"),
        PublishedAt = row.Time("PublishedAt"),
        Source = row.Text("Source"),
        StandInWording = row.Text("StandInWording"),
        StandInTerms = row.Text("StandInTerms")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
        StandInConversation = row.Text("StandInConversation"),
        ETag = row.ETag,
    };

    /// <summary>The row to write.</summary>
    public TableRow ToRow(string partition) => new(
        partition,
        Prefix + Id,
        new Dictionary<string, object>(StringComparer.Ordinal) { ["Status"] = Status.ToString() }
            .Put("Owner", Owner)
            .Put("TakenAt", TakenAt)
            .Put("EscalatedAt", EscalatedAt)
            .Put("EscalatedTo", EscalatedTo)
            .Put("AnswerKind", Answer?.Kind)
            .Put("AnswerId", Answer?.Id)
            .Put("AnswerText", Answer?.Text)
            .Put("AnswerAuthor", Answer?.Author)
            .Put("Reason", Reason)
            .Put("ClosedBy", ClosedBy)
            .Put("DecidedAt", DecidedAt)
            .Put("PublishedAt", PublishedAt)
            .Put("Source", Source)
            .Put("StandInWording", StandInWording)
            .Put("StandInTerms", StandInTerms.Count == 0 ? null : string.Join(' ', StandInTerms))
            .Put("StandInConversation", StandInConversation));
}

/// <summary>An answer, as it was proposed to the library.</summary>
/// <param name="Kind">phrase or article.</param>
/// <param name="Id">Its id in the library.</param>
/// <param name="Text">The text, masked.</param>
/// <param name="Author">Who wrote it: a peer must approve it.</param>
public sealed record QuestionAnswer(string Kind, string Id, string Text, string Author);
