using System.Text.Json;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Export;

/// <summary>
/// The columns of a row for a conversation. No name of a customer, and no time that an advisor took: handling time belongs to no person, and this
/// row names one.
/// </summary>
public static class ConversationColumns
{
    /// <summary>The columns, in order; the position comes last.</summary>
    public static IReadOnlyList<ExportColumn<ConversationSummary>> All { get; } =
    [
        Text("key", "The conversation's key: platform~account~id.", row => row.Key),
        Time("startedAt", "When its first message was sent.", row => row.StartedAt),
        Time("closedAt", "When it was closed; empty while open.", row => row.ClosedAt),
        Text("platform", "The chat platform.", row => row.Platform),
        Text("brand", "The brand.", row => row.Brand),
        Text("channel", "The channel.", row => row.Channel),
        Text("language", "fr, en; und while unknown.", row => row.Language),
        Text("entryKind", "How the chat was begun; empty when the platform does not tell.", row => Name(row.EntryKind)),
        Text("intent", "What it is about (docs/models.md); empty while unknown.", row => row.Intent),
        Flag("hard", "Whether it is hard.", row => row.Hard),
        Text("hardReason", "The rule that weighed most in making it hard; empty when it is not.", row => row.HardReason),
        Flag("urgent", "Whether it is urgent.", row => row.Urgent),
        Text("skill", "The skill it needs; empty before it was routed.", row => row.Skill),
        Text("advisorId", "The advisor who holds or held it; empty when none.", row => row.AdvisorId),
        Text("startEmotion", "The first emotion the customer expressed.", row => Name(row.StartEmotion)),
        Text("worstEmotion", "The emotion at the lowest point.", row => Name(row.WorstEmotion)),
        Text("endEmotion", "The emotion of the customer's last message; empty while open.", row => Name(row.EndEmotion)),
        Text("triggerCause", "What first made the mood turn; empty when it has not.", row => Name(row.TriggerCause)),
        Text("arc", "The course of the customer's feeling; empty while open.", row => Name(row.Arc)),
        Flag("thanked", "Whether the customer ended with meant thanks; empty while open.", row => row.Thanked),
        Number("messages", "The number of messages; empty while open.", row => row.Messages),
        Number("rating", "The customer's rating, 1 to 5; empty when none was given.", row => row.Rating),
        Text("outcome", "How it ended for the customer; empty while open.", row => Name(row.Measures?.Outcome)),
        Text("suggestionUse", "What became of the suggestions; empty while open.", row => Name(row.Measures?.SuggestionUse)),
        Flag("escalated", "Whether it was raised; empty while open.", row => row.Measures?.Escalated),
        Number("transfers", "How often it went from one advisor to another; empty while open.", row => row.Measures?.Transfers),
        Number("firstResponseSeconds", "How long the customer waited for the first person; empty when none answered.", row => row.Measures?.FirstResponseSeconds),
        Number("waitSeconds", "How long the customer waited for answers, all waits together; empty while open.", row => row.Measures?.WaitSeconds),
        Number("repeats", "How often the customer had to ask nearly the same again; empty while open.", row => row.Measures?.Repeats),
        Number("effort", "The effort it cost the customer, in points; empty while open.", row => row.Measures?.Effort),
        Flag("repaired", "Whether the mood was lifted again for good; empty when it never turned.", row => row.Measures?.Repaired),
        Number("complaintTreatment", "How a complaint was treated, 0 to 100; empty when nobody complained.", row => row.Measures?.ComplaintTreatment),
        Text("phase", "The phase of the customer's journey; empty while open.", row => row.Measures?.Phase),
        Flag("selfService", "Whether a bot alone answered; empty while open.", row => row.Measures?.SelfService),
    ];

    internal static string? Name<T>(T? value)
        where T : struct, Enum => value is { } known ? JsonNamingPolicy.CamelCase.ConvertName(known.ToString()) : null;

    private static ExportColumn<ConversationSummary> Text(string name, string description, Func<ConversationSummary, string?> value) =>
        new(new(name, ExportValueKind.Text, description), value);

    private static ExportColumn<ConversationSummary> Time(string name, string description, Func<ConversationSummary, DateTimeOffset?> value) =>
        new(new(name, ExportValueKind.Time, description), row => value(row));

    private static ExportColumn<ConversationSummary> Flag(string name, string description, Func<ConversationSummary, bool?> value) =>
        new(new(name, ExportValueKind.Boolean, description), row => value(row));

    private static ExportColumn<ConversationSummary> Number(string name, string description, Func<ConversationSummary, double?> value) =>
        new(new(name, ExportValueKind.Number, description), row => value(row));
}
