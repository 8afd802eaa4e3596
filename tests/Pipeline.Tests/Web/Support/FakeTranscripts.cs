using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Tests.Web.Support;

/// <summary>Transcripts that a test puts in.</summary>
public sealed class FakeTranscripts : ITranscripts, IStandingReader
{
    public Dictionary<string, ConversationTranscript> Known { get; } = [];

    public TranscriptPage Page { get; set; } = new([], null);

    public Exception? Failure { get; set; }

    public List<string> Read { get; } = [];

    public List<(DateOnly Day, int MaxRows, string? Continuation)> Listed { get; } = [];

    public Task<ConversationTranscript?> ReadAsync(string conversationKey, CancellationToken cancellationToken)
    {
        Read.Add(conversationKey);
        return Failure is null ? Task.FromResult(Known.GetValueOrDefault(conversationKey)) : throw Failure;
    }

    /// <summary>Where a conversation stands by what its transcript says.</summary>
    public Task<ConversationStanding?> ReadStandingAsync(string conversationKey, CancellationToken cancellationToken)
    {
        Read.Add(conversationKey);
        return Task.FromResult(Known.GetValueOrDefault(conversationKey) is { } transcript
            ? new ConversationStanding(transcript.Conversation, StateOf(transcript), transcript.Assignment)
            : null);
    }

    public Task<string?> ReadSkillAsync(string conversationKey, CancellationToken cancellationToken) =>
        Task.FromResult(Known.GetValueOrDefault(conversationKey)?.Assignment?.Decision.Skill);

    public Task<TranscriptPage> ListDayAsync(DateOnly day, int maxRows, string? continuation, CancellationToken cancellationToken)
    {
        Listed.Add((day, maxRows, continuation));
        return Failure is null ? Task.FromResult(Page) : throw Failure;
    }

    private static ConversationState StateOf(ConversationTranscript transcript) => transcript.State with
    {
        Closed = transcript.Messages.Any(message => message.Kind == MessageKind.Close),
        Window =
        [
            .. transcript.Messages.Where(message => message.Kind == MessageKind.Message).Select((message, index) => new Turn
            {
                MessageId = message.Id,
                Role = message.Sender.Role,
                SentAt = message.SentAt,
                Text = message.Text,
                Position = index + 1,
                Deleted = message.DeletedAt is not null,
            }),
        ],
    };
}
