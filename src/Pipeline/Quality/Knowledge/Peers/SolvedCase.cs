using System.Globalization;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Storage;
using Pipeline.Quality.Knowledge.Words;

namespace Pipeline.Quality.Knowledge.Peers;

/// <summary>A closed conversation that was resolved: what it was about in words, and who had it.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="AdvisorId">Who solved it.</param>
/// <param name="Intent">What it was about; null while unknown.</param>
/// <param name="Skill">The trade.</param>
/// <param name="Terms">The words that carry the matter.</param>
public sealed record SolvedCase(string Conversation, string AdvisorId, string? Intent, string? Skill, IReadOnlyList<string> Terms)
{
    /// <summary>The most terms of a case.</summary>
    public const int MostTerms = 150;

    private const string Prefix = "solved~";

    /// <summary>The partition of the cases of a language.</summary>
    public static string PartitionOf(string language) => $"solved~{ConversationKeys.Safe(language)}";

    /// <summary>The row, newest cases first.</summary>
    public TableRow ToRow(string language, DateTimeOffset closedAt) => new(
        PartitionOf(language),
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{DateTimeOffset.MaxValue.Ticks - closedAt.UtcTicks:D19}~{Conversation}"),
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Conversation"] = Conversation,
            ["AdvisorId"] = AdvisorId,
            ["Terms"] = string.Join(' ', Terms),
        }.Put("Intent", Intent).Put("Skill", Skill));

    /// <summary>Reads a row.</summary>
    public static SolvedCase Read(TableRow row) => new(
        row.Text("Conversation")!,
        row.Text("AdvisorId")!,
        row.Text("Intent"),
        row.Text("Skill"),
        row.Text("Terms")!.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words of a conversation that carry the matter, those of the customer and of the advisor; masked as they are stored.</summary>
    public static IReadOnlyList<string> TermsOf(ConversationTranscript transcript) => QuestionTerms.Of(
        string.Join('\n', transcript.Messages
            .Where(message => message is { Kind: MessageKind.Message, Sender.Role: SenderRole.Customer or SenderRole.Advisor, DeletedAt: null })
            .Select(message => message.Text)),
        MostTerms);
}
