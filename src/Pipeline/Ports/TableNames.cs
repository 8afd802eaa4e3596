namespace Pipeline.Ports;

/// <summary>Names of the tables.</summary>
public static class TableNames
{
    /// <summary>One partition a conversation: see <see cref="ConversationRowKeys"/>.</summary>
    public const string Conversations = "Conversations";

    /// <summary>
    /// The index of conversations that quality teams query, and what else is made from closed ones; it can be made again from
    /// <see cref="Conversations"/>.
    /// </summary>
    public const string Transcripts = "Transcripts";

    /// <summary>The words of closed conversations, for searching; it can be made again from <see cref="Conversations"/>.</summary>
    public const string Search = "Search";

    /// <summary>The phrase library: one partition a language.</summary>
    public const string Phrases = "Phrases";

    /// <summary>The articles and answered questions: one partition a language.</summary>
    public const string Answers = "Answers";

    /// <summary>The replies that advisors sent and customers accepted: one partition a brand and language, and one that lists these.</summary>
    public const string AcceptedReplies = "AcceptedReplies";

    /// <summary>The advisors, their skills and the conversations they hold: one partition.</summary>
    public const string Advisors = "Advisors";

    /// <summary>Settings that are edited at run time, such as the routing rules.</summary>
    public const string Settings = "Settings";

    /// <summary>Who read which transcript, one partition a conversation; and who changed which text of the library, one partition a text.</summary>
    public const string Audit = "Audit";

    /// <summary>
    /// The seals of closed conversations, one partition a conversation: see docs/provenance.md. They tell what was known when, and are the one
    /// table that is no function of the set of messages.
    /// </summary>
    public const string Seals = "Seals";

    /// <summary>What closed conversations bring to the indicators, and the roll-ups of days: see Quality/Indicators/IndicatorRows.</summary>
    public const string Indicators = "Indicators";

    /// <summary>Samples, calibration rounds, thanks, and where reviews and corrections are to be found; their content is in their conversations.</summary>
    public const string Reviews = "Reviews";

    /// <summary>
    /// The knowledge loop: open questions, digests, glossary, sessions, requests to neighbours, who solved what (docs/knowledge-loop.md).
    /// </summary>
    public const string Questions = "Questions";

    /// <summary>Erasures with their receipts, what was erased (keyed hashes), legal holds, and the last run of retention.</summary>
    public const string Protection = "Protection";

    /// <summary>The vault: texts before masking, encrypted, one partition a conversation. Empty unless a brand asks for it.</summary>
    public const string Originals = "Originals";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Conversations, Transcripts, Phrases, Answers, AcceptedReplies, Advisors, Settings, Audit, Protection, Originals, Search,
        Seals, Indicators, Reviews, Questions,
    ];
}

/// <summary>The rows of a conversation's partition. Each kind has one stage that writes it.</summary>
public static class ConversationRowKeys
{
    /// <summary>The state after the last message. Written by Record.</summary>
    public const string Head = "head";

    /// <summary>Which advisor holds it. Written by Route.</summary>
    public const string Assignment = "head-assignment";

    /// <summary>A message, by its order key. Written by Record.</summary>
    public static string Message(string orderKey) => MessagePrefix + orderKey;

    /// <summary>The suggestions for a customer's message, by its order key. Written by Suggest.</summary>
    public static string Suggestions(string orderKey) => SuggestionsPrefix + orderKey;

    /// <summary>The routing decision after a message, by its order key. Written by Route.</summary>
    public static string Decision(string orderKey) => DecisionPrefix + orderKey;

    /// <summary>Prefix of <see cref="Message"/> keys.</summary>
    public const string MessagePrefix = "message-";

    /// <summary>Prefix of <see cref="Suggestions"/> keys.</summary>
    public const string SuggestionsPrefix = "suggestions-";

    /// <summary>Prefix of the keys of advisors' feedback, by its id. Written by the recorder of feedback.</summary>
    public const string FeedbackPrefix = "feedback-";

    /// <summary>Prefix of the keys of holding phrases, by the beginning of the silence. Written by the silence watch.</summary>
    public const string HoldingPrefix = "holding-";

    /// <summary>Prefix of the keys of notes from colleague to colleague (<see cref="InternalNoteRow"/>). Written by the desk of neighbours.</summary>
    public const string NotePrefix = "note-";

    /// <summary>Prefix of <see cref="Decision"/> keys.</summary>
    public const string DecisionPrefix = "decision-";

    /// <summary>Prefix of the keys of hand-over cards. Written by Deliver.</summary>
    public const string HandoverPrefix = "handover-";

    /// <summary>The columns of a message's row that hold what was found in it; without them it is a message that was never analysed.</summary>
    public static IReadOnlyList<string> ScoreColumns { get; } = ["Sentiment", "Emotion", "Valence", "Scorer", "Analysis"];
}
