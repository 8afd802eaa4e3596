using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Tests.Quality.Knowledge;

/// <summary>Builds closed conversations as their rows would be read.</summary>
internal static class Closed
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The key of a conversation.</summary>
    public static string Key(string id) => ConversationKeys.Conversation("generic", "demo", id);

    /// <summary>A closed conversation.</summary>
    public static ConversationRecord Record(
        string id,
        IReadOnlyList<TranscriptMessage> messages,
        string advisor = "a-nadia",
        string intent = "internet_trouble",
        string skill = "technical",
        string language = "fr",
        int? rating = null,
        DateTimeOffset? at = null,
        params FeedbackEntry[] feedback)
    {
        var start = at ?? Start;
        TranscriptMessage[] placed = [.. messages.Select((message, place) => message with { Id = $"m{place + 1}", SentAt = start.AddMinutes(place) })];
        var conversation = new Conversation { Key = Key(id), Platform = "generic", Account = "demo", Id = id, Brand = "boreal" };
        var transcript = new ConversationTranscript
        {
            Conversation = conversation,
            State = new ConversationState
            {
                Position = placed.Length + 1,
                LastKey = "x",
                StartedAt = start,
                LastAt = start.AddMinutes(placed.Length),
                Language = language,
                CustomerFirstName = "Camille",
                AdvisorMessages = 1,
                Intent = intent,
                Closed = true,
                ClosedAt = start.AddMinutes(placed.Length),
                Rating = rating,
            },
            Story = new JourneyStory(ConversationArc.Calm, "", ""),
            Messages = placed,
            Assignment = new AssignmentView
            {
                Status = AssignmentStatus.Released,
                AdvisorId = advisor,
                Decision = new RoutingDecision
                {
                    Hard = false,
                    Difficulty = 0,
                    Skill = skill,
                    Level = 1,
                    Urgent = false,
                    Reasons = [],
                    RulesVersion = "1",
                },
            },
        };
        return new(transcript, feedback.Select(entry => entry.ToRow(conversation.Key)).ToDictionary(row => row.RowKey, StringComparer.Ordinal));
    }

    /// <summary>A message of the customer with the ids of its suggestions; none means that nothing was suggested.</summary>
    public static TranscriptMessage Customer(string text, params string[] suggestions) => Message(SenderRole.Customer, text) with
    {
        Suggestions = [.. suggestions.Select(id => new Suggestion(id, "…", "explanation", "phrase:x", 0.5, []))],
    };

    /// <summary>A message of the advisor.</summary>
    public static TranscriptMessage Advisor(string text) => Message(SenderRole.Advisor, text);

    /// <summary>What an advisor did with a suggestion.</summary>
    public static FeedbackEntry Told(string suggestion, FeedbackKind kind, FeedbackReason? reason = null) => new()
    {
        Id = $"{suggestion}-{kind}-{reason}",
        Kind = kind,
        At = Start,
        SuggestionId = suggestion,
        Reason = reason,
    };

    private static TranscriptMessage Message(SenderRole role, string text) => new()
    {
        Id = "",
        Kind = MessageKind.Message,
        Sender = new Sender(role, "someone", role == SenderRole.Customer ? "Camille" : "Nadia"),
        SentAt = Start,
        Text = text,
    };
}
