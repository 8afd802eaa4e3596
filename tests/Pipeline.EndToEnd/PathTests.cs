using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Replay;

namespace Pipeline.EndToEnd;

public sealed class PathTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_webhook_comes_out_as_a_transcript_with_feelings_suggestions_and_routing()
    {
        await using var host = await LocalHostProcess.StartAsync(Cancelled);
        var conversation = await ConversationAsync();
        await host.SendAsync(Script(conversation, "c-1"), Cancelled);

        var transcript = await host.TranscriptAsync("c-1", IsComplete(conversation), Cancelled);

        var messages = transcript.Messages.Where(message => message.Kind == MessageKind.Message).ToList();
        Assert.Equal(conversation.Turns.Select(turn => turn.Role), messages.Select(message => message.Sender.Role));
        Assert.All(messages.Where(message => message.Sender.Role == SenderRole.Customer), message => Assert.NotNull(message.Analysis));
        Assert.All(messages.Where(message => message.Sender.Role == SenderRole.Advisor), message => Assert.Null(message.Analysis));
        Assert.Contains(messages, message => message.Suggestions is { Count: > 0 });
        Assert.NotEmpty(transcript.Assignment!.Decision.Reasons);
    }

    [Fact]
    public async Task What_was_answered_2xx_survives_a_crash()
    {
        var conversation = await ConversationAsync();
        await using var crashed = await LocalHostProcess.StartAsync(Cancelled);
        await crashed.SendAsync(Script(conversation, "c-1"), Cancelled);
        await crashed.CrashAsync(Cancelled);

        await using var host = await LocalHostProcess.StartAsync(Cancelled, crashed.DataFolder);

        var transcript = await host.TranscriptAsync("c-1", IsComplete(conversation), Cancelled);
        Assert.Equal(
            conversation.Turns.Count, transcript.Messages.Count(message => message.Kind == MessageKind.Message));
    }

    private static async Task<RecordedConversation> ConversationAsync() => await ConversationFile
        .ReadAsync(Path.Combine(AppContext.BaseDirectory, "Data", "conversations.fr.jsonl"), Cancelled)
        .FirstAsync(Cancelled);

    private static IReadOnlyList<ReplayedEvent> Script(RecordedConversation conversation, string id) =>
        ReplayScript.Write(conversation, id, TimeProvider.System.GetUtcNow() - conversation.Duration);

    private static Func<ConversationTranscript, bool> IsComplete(RecordedConversation conversation) => transcript =>
        transcript.Assignment?.Status == AssignmentStatus.Released
        && transcript.Messages.Count(message => message.Kind == MessageKind.Message) == conversation.Turns.Count
        && transcript.Messages.Where(message => message.Kind == MessageKind.Message && message.Sender.Role == SenderRole.Customer)
            .All(message => message is { Decision: not null, Suggestions: not null });
}
