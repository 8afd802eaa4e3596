using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Export;

/// <summary>A message of a conversation, as a row.</summary>
/// <param name="Summary">The conversation.</param>
/// <param name="Number">Its number in the conversation, from 1.</param>
/// <param name="Entry">The message as it stands.</param>
public sealed record ExportedMessage(ConversationSummary Summary, int Number, TimelineEntry Entry);

/// <summary>The columns of a row for a message. The text is masked, as it is stored; a customer is not named.</summary>
public static class MessageColumns
{
    /// <summary>The columns, in order; the position comes last.</summary>
    public static IReadOnlyList<ExportColumn<ExportedMessage>> All { get; } =
    [
        Text("key", "The conversation's key.", row => row.Summary.Key),
        new(new("number", ExportValueKind.Number, "The number of the message in its conversation, from 1."), row => (double)row.Number),
        Text("messageId", "The platform's id of the message.", row => row.Entry.Message.MessageId),
        Text("kind", "message, close, rating …; an edit or a deletion shows on its message.", row => ConversationColumns.Name<MessageKind>(row.Entry.Message.Kind)),
        Text("sender", "customer, advisor, bot or system.", row => ConversationColumns.Name<SenderRole>(row.Entry.Message.Sender.Role)),
        Text("advisorId", "The platform's id of the advisor who wrote it; empty for anybody else.", AdvisorOf),
        Time("sentAt", "When it was sent.", row => row.Entry.Message.SentAt),
        Time("editedAt", "When it was last edited; empty when never.", row => row.Entry.EditedAt),
        Time("deletedAt", "When it was deleted; empty when it was not.", row => row.Entry.DeletedAt),
        Text("text", "The masked text as it stands; empty when deleted.", row => row.Entry.Message.Text),
        Text("brand", "The brand.", row => row.Summary.Brand),
        Text("channel", "The channel.", row => row.Summary.Channel),
        Text("language", "The language of the text: fr, en, und; empty for anybody but the customer.", row => row.Entry.Message.Analysis?.Language),
        Text("sentiment", "The expressed feeling; empty for anybody but the customer.", row => ConversationColumns.Name(row.Entry.Message.Analysis?.Sentiment)),
        Number("valence", "-1 (strong displeasure) to 1 (strong pleasure).", row => row.Entry.Message.Analysis?.Valence),
        Text("emotion", "The dominant emotion.", row => ConversationColumns.Name(row.Entry.Message.Analysis?.DominantEmotion)),
        Number("intensity", "0 none to 3 strong.", row => row.Entry.Message.Analysis?.Intensity),
        Number("aggression", "0 to 1.", row => row.Entry.Message.Analysis?.Aggression),
        Text("intent", "What it is about.", row => row.Entry.Message.Analysis?.Intent),
        Text("signals", "Signs of difficulty, with a space between.", row => row.Entry.Message.Analysis is { } analysis ? string.Join(' ', analysis.Signals) : null),
        Text("evidence", "The words that carried the score, strongest first, with a bar between.", EvidenceOf),
        Text("scorer", "Which analyser scored it, with its version.", row => row.Entry.Message.Analysis?.Scorer),
        Number("rating", "The rating, of a rating.", row => row.Entry.Message.Rating),
    ];

    private static string? AdvisorOf(ExportedMessage row) =>
        row.Entry.Message.Sender.Role == SenderRole.Advisor ? row.Entry.Message.Sender.Id : null;

    private static string? EvidenceOf(ExportedMessage row) => row.Entry.Message.Analysis is { } analysis
        ? string.Join(" | ", analysis.Evidence.Select(evidence => evidence.Text))
        : null;

    private static ExportColumn<ExportedMessage> Text(string name, string description, Func<ExportedMessage, string?> value) =>
        new(new(name, ExportValueKind.Text, description), value);

    private static ExportColumn<ExportedMessage> Time(string name, string description, Func<ExportedMessage, DateTimeOffset?> value) =>
        new(new(name, ExportValueKind.Time, description), row => value(row));

    private static ExportColumn<ExportedMessage> Number(string name, string description, Func<ExportedMessage, double?> value) =>
        new(new(name, ExportValueKind.Number, description), row => value(row));
}
