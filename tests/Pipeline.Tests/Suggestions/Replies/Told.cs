using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Scoring.PersonalData;
using Pipeline.Scoring.PersonalData.Names;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Feedback;
using Pipeline.Suggestions.Replies;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Suggestions.Replies;

/// <summary>Conversations as they are stored, and what is learned from them.</summary>
internal static class Told
{
    private static readonly PersonalDataMasker Masker = new();

    /// <summary>The gate as the program has it.</summary>
    public static ReplyGate Gate { get; } = new(new(
        text => [.. Masker.Entities(text).Select(entity => entity.Text)], NameWords.IsName, NameWords.CanBeName, NameWords.IsOrdinary));

    /// <summary>A closed conversation in which an advisor answered once, masked as the scoring masks.</summary>
    public static ConversationTranscript Conversation(
        string answer,
        string language = "fr",
        string id = "c-1",
        string? advisorId = "a-nadia",
        string question = "ma box a un voyant rouge",
        double before = -0.4,
        double? after = 0.5,
        string? intent = "internet_trouble",
        string brand = "boreal",
        string customer = "Camille",
        string advisor = "Nadia",
        ConversationAttributes? attributes = null,
        int? rating = null,
        IReadOnlyList<Suggestion>? suggestions = null,
        int day = 0)
    {
        var start = Said.Start.AddDays(day);
        List<TranscriptMessage> messages =
        [
            new()
            {
                Id = $"{id}-1",
                Kind = MessageKind.Message,
                Sender = new(SenderRole.Customer, "v-1", customer),
                SentAt = start,
                Text = Mask(question, customer),
                Analysis = Said.Analysis(before, intent, []),
                Suggestions = suggestions,
            },
            new()
            {
                Id = $"{id}-2",
                Kind = MessageKind.Message,
                Sender = new(SenderRole.Advisor, advisorId, advisor),
                SentAt = start.AddSeconds(30),
                Text = Mask(answer, advisor),
            },
        ];
        if (after is { } valence)
        {
            messages.Add(new()
            {
                Id = $"{id}-3",
                Kind = MessageKind.Message,
                Sender = new(SenderRole.Customer, "v-1", customer),
                SentAt = start.AddSeconds(60),
                Text = "merci",
                Analysis = Said.Analysis(valence, null, []),
            });
        }

        return new()
        {
            Conversation = Said.Conversation with
            {
                Key = ConversationKeys.Conversation("generic", "demo", id),
                Id = id,
                Brand = brand,
                Attributes = attributes,
            },
            State = new()
            {
                Language = language,
                CustomerFirstName = customer,
                Closed = true,
                Rating = rating,
                Journey = new() { NegativeStreak = (after ?? before) < 0 ? 1 : 0 },
            },
            Story = new(default, "", ""),
            Messages = messages,
        };
    }

    /// <summary>What a conversation teaches.</summary>
    public static IReadOnlyList<SentReply> Replies(ConversationTranscript transcript, SuggestionOptions? options = null) =>
        new AcceptedReplies(options ?? new(), Gate).Of(transcript, AnswerMatching.Answers(transcript, found => found));

    /// <summary>The template of an answer; null when it teaches nothing.</summary>
    public static string? Template(ConversationTranscript transcript, SuggestionOptions? options = null) =>
        Replies(transcript, options) is [var reply] ? reply.Text : null;

    private static string Mask(string text, string name) => Masker.Mask(text, new Placeholders(), name).Text;
}
