namespace Pipeline.Ports;

/// <summary>
/// The way by which an answer gets into the library: a draft, which a peer of its author approves there. Nothing is suggested before.
/// </summary>
public interface ILibraryProposals
{
    /// <summary>Adds a draft. Harmless when a draft of this id and author is there already: that one stands.</summary>
    Task<LibraryProposalResult> ProposeAsync(LibraryProposal proposal, CancellationToken cancellationToken);

    /// <summary>Where a text stands; null when there is none such.</summary>
    /// <param name="kind">phrase or article.</param>
    /// <param name="language">fr or en.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<LibraryStanding?> FindAsync(string kind, string language, string id, CancellationToken cancellationToken);
}

/// <summary>A text for the library.</summary>
public sealed record LibraryProposal
{
    /// <summary>The kind that is said to a customer as it is.</summary>
    public const string Phrase = "phrase";

    /// <summary>The kind that explains and answers questions.</summary>
    public const string Article = "article";

    /// <summary><see cref="Phrase"/> or <see cref="Article"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Names it within its language.</summary>
    public required string Id { get; init; }

    /// <summary>fr or en.</summary>
    public required string Language { get; init; }

    /// <summary>What is said, or explained; masked already.</summary>
    public required string Text { get; init; }

    /// <summary>What an article is about, in one line.</summary>
    public string? Title { get; init; }

    /// <summary>The question that it answers; masked already.</summary>
    public string? Question { get; init; }

    /// <summary>The situation it is for; null for any.</summary>
    public string? Intent { get; init; }

    /// <summary>The brand that may use it; null for all.</summary>
    public string? Brand { get; init; }

    /// <summary>Who wrote it: never the one who approves it.</summary>
    public required string Author { get; init; }

    /// <summary>Where it comes from, in one line.</summary>
    public required string Origin { get; init; }
}

/// <summary>What came of a proposal.</summary>
/// <param name="Standing">The text as it stands; null when it was refused.</param>
/// <param name="Field">The field that is wrong; null when none is.</param>
/// <param name="Problem">What is wrong with it.</param>
public sealed record LibraryProposalResult(LibraryStanding? Standing, string? Field = null, string? Problem = null);

/// <summary>Where a text of the library stands.</summary>
/// <param name="Source">How suggestions name its newest version, such as <c>article:q-fr-3b1c</c>.</param>
/// <param name="State">Its state.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="ApprovedBy">The peer who approved it; null while nobody has.</param>
public sealed record LibraryStanding(string Source, LibraryState State, string? Author, string? ApprovedBy);

/// <summary>The state of a text of the library.</summary>
public enum LibraryState
{
    /// <summary>It waits for a peer.</summary>
    Draft,

    /// <summary>A peer approved it.</summary>
    Approved,

    /// <summary>It was taken back.</summary>
    Retired,
}
