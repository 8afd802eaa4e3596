using System.Globalization;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Index;

/// <summary>
/// The facets of the index: by what conversations are found. A facet's row costs no transaction, as all rows of a conversation change in one, and
/// some 200 bytes; so every column that a question may turn on has one, apart from the value that most conversations have (a neutral feeling,
/// nothing suggested, not hard): going through all of them finds those as fast.
/// </summary>
public static class Facets
{
    /// <summary>The facet of open conversations, which the timers go through.</summary>
    public const string Open = "open~yes";

    /// <summary>The facets of a conversation, each with its value.</summary>
    /// <param name="summary">The conversation.</param>
    /// <param name="customerHash">The keyed hash of its customer; null when not known, or no key is set.</param>
    public static IEnumerable<string> Of(ConversationSummary summary, string? customerHash) => new[]
    {
        summary.ClosedAt is null ? Open : null,
        Brand(summary.Brand),
        Channel(summary.Channel),
        Language(summary.Language),
        Skill(summary.Skill),
        Advisor(summary.AdvisorId),
        Reason(summary.Intent),
        Start(summary.StartEmotion),
        Worst(summary.WorstEmotion),
        End(summary.EndEmotion),
        Arc(summary.Arc),
        Cause(summary.TriggerCause),
        Outcome(summary.Measures?.Outcome),
        Hard(summary.Hard),
        HardReason(summary.HardReason),
        Urgent(summary.Urgent),
        Escalated(summary.Measures?.Escalated),
        Transferred(summary.Measures?.Transfers > 0),
        Suggestions(summary.Measures?.SuggestionUse),
        Rating(summary.Rating),
        Entry(summary.EntryKind),
        Customer(customerHash),
    }.OfType<string>();

    /// <summary>The facet of a brand.</summary>
    public static string? Brand(string? brand) => Text("brand", brand);

    /// <summary>The facet of a channel.</summary>
    public static string? Channel(string? channel) => Text("channel", channel);

    /// <summary>The facet of a language.</summary>
    public static string? Language(string? language) => Text("language", language);

    /// <summary>The facet of a skill.</summary>
    public static string? Skill(string? skill) => Text("skill", skill);

    /// <summary>The facet of an advisor.</summary>
    public static string? Advisor(string? advisorId) => Text("advisor", advisorId);

    /// <summary>The facet of what it is about.</summary>
    public static string? Reason(string? intent) => Text("reason", intent);

    /// <summary>The facet of the first emotion.</summary>
    public static string? Start(Emotion? emotion) => Feeling("start", emotion);

    /// <summary>The facet of the emotion at the lowest point.</summary>
    public static string? Worst(Emotion? emotion) => Feeling("worst", emotion);

    /// <summary>The facet of the last emotion.</summary>
    public static string? End(Emotion? emotion) => Feeling("end", emotion);

    /// <summary>The facet of the course of the feeling.</summary>
    public static string? Arc(ConversationArc? arc) => arc is null or ConversationArc.Calm ? null : $"arc~{arc}";

    /// <summary>The facet of what made the mood turn.</summary>
    public static string? Cause(TriggerCause? cause) => cause is null ? null : $"cause~{cause}";

    /// <summary>The facet of how it ended.</summary>
    public static string? Outcome(ConversationOutcome? outcome) => outcome is null or ConversationOutcome.Unknown ? null : $"outcome~{outcome}";

    /// <summary>The facet of hard ones.</summary>
    public static string? Hard(bool? hard) => Flag("hard", hard);

    /// <summary>The facet of the rule that made it hard.</summary>
    public static string? HardReason(string? rule) => Text("hardReason", rule);

    /// <summary>The facet of urgent ones.</summary>
    public static string? Urgent(bool? urgent) => Flag("urgent", urgent);

    /// <summary>The facet of raised ones.</summary>
    public static string? Escalated(bool? escalated) => Flag("escalated", escalated);

    /// <summary>The facet of those that changed hands.</summary>
    public static string? Transferred(bool? transferred) => Flag("transferred", transferred);

    /// <summary>The facet of what became of suggestions.</summary>
    public static string? Suggestions(SuggestionUse? use) => use is null or SuggestionUse.None ? null : $"suggestions~{use}";

    /// <summary>The facet of a rating.</summary>
    public static string? Rating(int? rating) => rating is null ? null : string.Create(CultureInfo.InvariantCulture, $"rating~{rating}");

    /// <summary>The facet of how the chat was begun.</summary>
    public static string? Entry(EntryKind? kind) => kind is null ? null : $"entryKind~{kind}";

    /// <summary>The facet of a customer, by the keyed hash.</summary>
    public static string? Customer(string? hash) => hash is null ? null : $"customer~{hash}";

    private static string? Text(string facet, string? value) => value is null ? null : $"{facet}~{ConversationKeys.Safe(value)}";

    private static string? Feeling(string facet, Emotion? emotion) => emotion is null or Emotion.Neutral ? null : $"{facet}~{emotion}";

    private static string? Flag(string facet, bool? value) => value == true ? $"{facet}~yes" : null;
}
