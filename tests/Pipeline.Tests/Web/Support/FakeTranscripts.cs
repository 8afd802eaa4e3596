using Pipeline.Ports;

namespace Pipeline.Tests.Web.Support;

/// <summary>Transcripts that a test puts in.</summary>
public sealed class FakeTranscripts : ITranscripts
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

    public Task<string?> ReadSkillAsync(string conversationKey, CancellationToken cancellationToken) =>
        Task.FromResult(Known.GetValueOrDefault(conversationKey)?.Assignment?.Decision.Skill);

    public Task<TranscriptPage> ListDayAsync(DateOnly day, int maxRows, string? continuation, CancellationToken cancellationToken)
    {
        Listed.Add((day, maxRows, continuation));
        return Failure is null ? Task.FromResult(Page) : throw Failure;
    }
}
