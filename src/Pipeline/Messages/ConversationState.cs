namespace Pipeline.Messages;

/// <summary>
/// What is known of a conversation after some message: a function of the set of its messages, placed by sent time and id, whatever the
/// order and number of their arrivals.
/// </summary>
public sealed record ConversationState
{
    /// <summary>How many recent messages the window keeps.</summary>
    public const int WindowSize = 8;

    /// <summary>How many happenings it is made of.</summary>
    public int Position { get; init; }

    /// <summary>The place of the last message in it: see <see cref="ConversationKeys.Order"/>.</summary>
    public string LastKey { get; init; } = "";

    /// <summary>When the first message was sent.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When the last message was sent.</summary>
    public DateTimeOffset LastAt { get; init; }

    /// <summary>The language of the conversation (fr, en): what the customer writes most surely, else the hint.</summary>
    public string Language { get; init; } = "und";

    /// <summary>Weight of the evidence for each language, from the customer's messages.</summary>
    public IReadOnlyDictionary<string, double> LanguageEvidence { get; init; } = new SortedDictionary<string, double>(StringComparer.Ordinal);

    /// <summary>The customer's first name; null when not known.</summary>
    public string? CustomerFirstName { get; init; }

    /// <summary>The platform's id of the advisor who last wrote; null before any did.</summary>
    public string? AdvisorId { get; init; }

    /// <summary>The first name of the advisor who last wrote; null when not known.</summary>
    public string? AdvisorFirstName { get; init; }

    /// <summary>Messages of the customer.</summary>
    public int CustomerMessages { get; init; }

    /// <summary>Messages of advisors.</summary>
    public int AdvisorMessages { get; init; }

    /// <summary>Messages of bots.</summary>
    public int BotMessages { get; init; }

    /// <summary>When the customer began to wait: their first message that no advisor has answered yet; null while nobody waits.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>When an advisor first answered; null while none has.</summary>
    public DateTimeOffset? FirstAdvisorAt { get; init; }

    /// <summary>The last messages, oldest first, at most <see cref="WindowSize"/>.</summary>
    public IReadOnlyList<Turn> Window { get; init; } = [];

    /// <summary>
    /// The sentences that advisors, bots and the platform told the customer, by <see cref="Messages.ToldSentences"/>; null in a state that a
    /// version made which kept none.
    /// </summary>
    public string? ToldSentences { get; init; }

    /// <summary>How often each intent was found in the customer's messages.</summary>
    public IReadOnlyDictionary<string, int> Intents { get; init; } = new SortedDictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The intent of the conversation: the first one of those found most often; null while none was.</summary>
    public string? Intent { get; init; }

    /// <summary>How often each sign of difficulty was found.</summary>
    public IReadOnlyDictionary<string, int> Signals { get; init; } = new SortedDictionary<string, int>(StringComparer.Ordinal);

    /// <summary>What the customer's words say for the learned answers of routing; null while no message has such scores.</summary>
    public RoutingEvidence? RoutingEvidence { get; init; }

    /// <summary>How the customer's feeling went.</summary>
    public EmotionalJourney Journey { get; init; } = new();

    /// <summary>
    /// Who has the word by what was said; null in a state that a version made which knew of none. What somebody did about it outside the
    /// messages comes on top: <see cref="ConversationFloor.Now"/>.
    /// </summary>
    public ConversationFloor? Floor { get; init; }

    /// <summary>
    /// What the customer has given, by its kind of personal data (order_number, contract_number, email …), ordered, each once: nobody asks for it
    /// again. Null in a state that a version made which did not keep it.
    /// </summary>
    public IReadOnlyList<string>? KnownSlots { get; init; }

    /// <summary>What persons corrected of the conversation; null when nobody did.</summary>
    public ConversationCorrections? Corrections { get; init; }

    /// <summary>Whether it was closed and the customer has not written since.</summary>
    public bool Closed { get; init; }

    /// <summary>When it was closed; null while open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The customer's last rating, 1 to 5; null when none was given.</summary>
    public int? Rating { get; init; }
}
