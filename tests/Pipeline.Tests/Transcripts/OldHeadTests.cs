using System.Text.Json.Nodes;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Transcripts;

/// <summary>A head row that an earlier version wrote, or one beside this: its journey knows no turns.</summary>
public sealed class OldHeadTests
{
    private static readonly MessageAnalyzed[] Before =
    [
        Said.Customer(0, "ma box clignote depuis ce matin"), Said.Advisor(30, "Un instant."),
        Said.Customer(60, "Vous plaisantez, j'en ai vraiment assez de cette histoire", -0.8),
    ];

    private readonly Recorder _recorder = new();

    [Fact]
    public async Task It_is_read()
    {
        await RecordAsByEarlierVersionAsync();
        var transcript = await ReadAsync();

        Assert.Equal(3, transcript.Messages.Count);
        Assert.Null(transcript.State.Journey.Trigger);
        Assert.Empty(transcript.State.Journey.Delights);
        Assert.NotEmpty(transcript.Story.English);
    }

    [Fact]
    public async Task The_next_message_has_it_made_again_from_the_stored_ones()
    {
        await RecordAsByEarlierVersionAsync();
        await _recorder.RecordAsync(Said.Advisor(90, "C'est réparé, la ligne remonte."));
        var upgraded = _recorder.Text;

        var fresh = new Recorder();
        await fresh.RecordAsync([.. Before, Said.Advisor(90, "C'est réparé, la ligne remonte.")]);
        Assert.Equal(fresh.Text, upgraded);
        Assert.Equal(2, (await ReadAsync()).State.Journey.Trigger?.Turn);
    }

    [Fact]
    public async Task One_that_does_not_know_what_the_customer_was_told_is_made_again_too()
    {
        await RecordAsByEarlierVersionAsync(knowsJourney: true);
        await _recorder.RecordAsync(Said.Customer(90, "alors ?"));

        var fresh = new Recorder();
        await fresh.RecordAsync([.. Before, Said.Customer(90, "alors ?")]);
        Assert.Equal(fresh.Text, _recorder.Text);
    }

    [Fact]
    public async Task One_of_a_version_to_come_is_refused()
    {
        await RecordAsByEarlierVersionAsync(2);
        await Assert.ThrowsAsync<InvalidDataException>(ReadAsync);
    }

    private async Task<ConversationTranscript> ReadAsync() =>
        (await _recorder.Reader.ReadAsync(Said.Conversation.Key, TestContext.Current.CancellationToken))!;

    private async Task RecordAsByEarlierVersionAsync(int shape = 1, bool knowsJourney = false)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await _recorder.RecordAsync(Before);
        var head = (await _recorder.Tables.ReadAsync(TableNames.Conversations, Said.Conversation.Key, ConversationRowKeys.Head, cancellationToken))!;
        var state = JsonNode.Parse(head.Text("State")!)!.AsObject();
        state.Remove("toldSentences");
        string[] journey = ["trend", "positiveStreak", "trigger", "repair", "relapsed", "delights", "thanked", "rules", "memory"];
        foreach (var name in knowsJourney ? [] : journey)
        {
            state["journey"]!.AsObject().Remove(name);
        }

        var properties = new Dictionary<string, object>(head.Properties, StringComparer.Ordinal)
        {
            ["Shape"] = shape,
            ["State"] = state.ToJsonString(),
        };
        await _recorder.Tables.ApplyAsync(
            TableNames.Conversations, Said.Conversation.Key,
            [new TableChange.Replace(new TableRow(Said.Conversation.Key, ConversationRowKeys.Head, properties), head.ETag!)], cancellationToken);
    }
}
