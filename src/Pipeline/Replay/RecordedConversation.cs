using Pipeline.Messages;

namespace Pipeline.Replay;

/// <summary>A conversation from a file, to be played through a webhook again.</summary>
public sealed record RecordedConversation
{
    /// <summary>Its id in the file.</summary>
    public required string Id { get; init; }

    /// <summary>The language (fr, en); null when the file does not say.</summary>
    public string? Language { get; init; }

    /// <summary>The brand; null when the file does not say.</summary>
    public string? Brand { get; init; }

    /// <summary>The channel (web, app, whatsapp …); null when the file does not say.</summary>
    public string? Channel { get; init; }

    /// <summary>The path of the page the customer came from; null when the file does not say.</summary>
    public string? Page { get; init; }

    /// <summary>The customer.</summary>
    public required RecordedPerson Customer { get; init; }

    /// <summary>The advisor.</summary>
    public required RecordedPerson Advisor { get; init; }

    /// <summary>The customer's rating, 1 to 5; null when there was none.</summary>
    public int? Rating { get; init; }

    /// <summary>What was said, in order: at least one turn.</summary>
    public required IReadOnlyList<RecordedTurn> Turns { get; init; }

    /// <summary>From the first turn to the last.</summary>
    public TimeSpan Duration => Turns[^1].At;
}

/// <summary>A customer or an advisor.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name; null when the file does not say.</param>
public sealed record RecordedPerson(string Id, string? Name);

/// <summary>One message.</summary>
/// <param name="Role">Who wrote: the customer or the advisor.</param>
/// <param name="Text">The raw text.</param>
/// <param name="At">When, counted from the first turn; never before the turn before.</param>
public sealed record RecordedTurn(SenderRole Role, string Text, TimeSpan At);
