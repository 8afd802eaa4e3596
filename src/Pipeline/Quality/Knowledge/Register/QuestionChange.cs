namespace Pipeline.Quality.Knowledge.Register;

/// <summary>What came of an act on a question.</summary>
/// <param name="Question">The question as it stands; null when there is none of this id.</param>
/// <param name="Refusal">Why nothing was done; null when it was.</param>
/// <param name="Field">The field of an answer that the library refused.</param>
/// <param name="Problem">What is wrong with it.</param>
public sealed record QuestionChange(Question? Question, QuestionRefusal? Refusal = null, string? Field = null, string? Problem = null);

/// <summary>Why an act was not done.</summary>
public enum QuestionRefusal
{
    /// <summary>No question has this id.</summary>
    Unknown,

    /// <summary>Somebody else has it.</summary>
    TakenByAnother,

    /// <summary>It is answered already, or its answer waits for approval.</summary>
    Answered,

    /// <summary>The library refused the answer.</summary>
    AnswerInvalid,
}

/// <summary>An answer that somebody wrote.</summary>
/// <param name="Kind">phrase or article.</param>
/// <param name="Text">The text, as it may be said to a customer.</param>
/// <param name="Title">What it is about, in one line; null for the question's own words.</param>
public sealed record AnswerDraft(string Kind, string Text, string? Title);

/// <summary>A question of an advisor.</summary>
public sealed record AskedQuestion
{
    /// <summary>The asker's own id of it: asked again under the same id, it is the same question.</summary>
    public required string Id { get; init; }

    /// <summary>The question, as it was typed.</summary>
    public required string Text { get; init; }

    /// <summary>fr or en.</summary>
    public required string Language { get; init; }

    /// <summary>The brand; null for that of the conversation, or the one of accounts that have none.</summary>
    public string? Brand { get; init; }

    /// <summary>What it is about; null for that of the conversation, or any.</summary>
    public string? Intent { get; init; }

    /// <summary>The trade that it needs; null for that of the conversation.</summary>
    public string? Skill { get; init; }

    /// <summary>The conversation beside which it is asked; null for none.</summary>
    public string? Conversation { get; init; }

    /// <summary>The message that it is about; null for none.</summary>
    public string? MessageId { get; init; }

    /// <summary>The session in which it is asked; null for none.</summary>
    public string? Session { get; init; }

    /// <summary>Who asks.</summary>
    public required string By { get; init; }
}
