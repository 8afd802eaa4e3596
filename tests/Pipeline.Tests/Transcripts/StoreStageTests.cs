using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Support;
using Pipeline.Transcripts.Index;

namespace Pipeline.Tests.Transcripts;

public sealed class StoreStageTests
{
    private readonly Recorder _recorder = new();

    [Fact]
    public async Task A_conversation_is_found_on_its_day_newest_first()
    {
        for (var number = 0; number < 7; number++)
        {
            await _recorder.RecordAndIndexAsync(InConversation(number, Said.Customer(number * 60, "bonjour")));
        }

        var seen = new List<string>();
        string? continuation = null;
        do
        {
            var page = await _recorder.Reader.ListDayAsync(new DateOnly(2026, 3, 2), 3, continuation, TestContext.Current.CancellationToken);
            Assert.True(page.Conversations.Count <= 3);
            seen.AddRange(page.Conversations.Select(conversation => conversation.Key));
            continuation = page.Continuation;
        }
        while (continuation is not null);

        Assert.Equal(Enumerable.Range(0, 7).Reverse().Select(number => $"generic~demo~c-{number}"), seen);
        Assert.Empty((await _recorder.Reader.ListDayAsync(new DateOnly(2026, 3, 3), 3, null, TestContext.Current.CancellationToken)).Conversations);
    }

    [Fact]
    public async Task A_page_stays_in_place_while_new_conversations_arrive()
    {
        for (var number = 0; number < 4; number++)
        {
            await _recorder.RecordAndIndexAsync(InConversation(number, Said.Customer(number * 60, "bonjour")));
        }

        var day = new DateOnly(2026, 3, 2);
        var first = await _recorder.Reader.ListDayAsync(day, 2, null, TestContext.Current.CancellationToken);
        await _recorder.RecordAndIndexAsync(InConversation(9, Said.Customer(900, "bonjour")));
        var second = await _recorder.Reader.ListDayAsync(day, 2, first.Continuation, TestContext.Current.CancellationToken);

        Assert.Equal(["generic~demo~c-1", "generic~demo~c-0"], second.Conversations.Select(conversation => conversation.Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64 !")]
    [InlineData("YWJj")]
    public async Task A_foreign_continuation_is_refused(string continuation) =>
        await Assert.ThrowsAsync<FormatException>(() =>
            _recorder.Reader.ListDayAsync(new DateOnly(2026, 3, 2), 2, continuation, TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_closed_conversation_says_what_turned_the_mood_and_how_it_went()
    {
        MessageAnalyzed[] messages =
        [
            Said.Customer(0, "ma box clignote"), Said.Advisor(30, "Malheureusement ce n'est pas possible."),
            Said.Customer(60, "Vous plaisantez, j'en ai vraiment assez de cette histoire", -0.8),
        ];
        await _recorder.RecordAndIndexAsync(messages);
        var open = await OnlyAsync();
        Assert.Equal((null, null, null), (open.TriggerCause, open.Arc, open.Thanked));

        await _recorder.RecordAndIndexAsync(Said.Close(200));
        var closed = await OnlyAsync();
        Assert.Equal((TriggerCause.Refusal, ConversationArc.RisingAnger, false), (closed.TriggerCause, closed.Arc, closed.Thanked));

        async Task<ConversationSummary> OnlyAsync() => Assert.Single((await _recorder.Reader.ListDayAsync(
            new DateOnly(2026, 3, 2), 5, null, TestContext.Current.CancellationToken)).Conversations);
    }

    [Fact]
    public async Task A_changed_facet_moves_the_row_and_leaves_none_behind()
    {
        await _recorder.RecordAndIndexAsync(
            Said.Customer(0, "ma box", -0.2, "internet_trouble"),
            Said.Customer(10, "ma facture", -0.2, "billing_dispute"),
            Said.Customer(20, "ma facture !", -0.2, "billing_dispute"));
        Assert.Equal(["billing_dispute"], Values("reason"));

        // Closed for "billing_dispute", it goes on about something else, and closes again.
        await _recorder.RecordAndIndexAsync(Said.Close(60));
        Assert.Equal(["billing_dispute"], Values("reason"));
        await _recorder.RecordAndIndexAsync(
            Said.Customer(70, "ma box", -0.2, "internet_trouble"),
            Said.Customer(80, "ma box !", -0.2, "internet_trouble"),
            Said.Customer(90, "ma box !!", -0.2, "internet_trouble"),
            Said.Customer(95, "ma box...", -0.2, "internet_trouble"),
            Said.Close(100));

        Assert.Equal(["internet_trouble"], Values("reason"));
    }

    [Fact]
    public async Task Only_open_conversations_are_listed_as_open()
    {
        await _recorder.RecordAndIndexAsync(Said.Customer(0, "bonjour"));
        Assert.Single(Values("open"));

        await _recorder.RecordAndIndexAsync(Said.Close(60));
        Assert.Empty(Values("open"));
        var page = await _recorder.Reader.ListDayAsync(new DateOnly(2026, 3, 2), 5, null, TestContext.Current.CancellationToken);
        Assert.Equal(Said.Start.AddSeconds(60), page.Conversations[0].ClosedAt);
        Assert.Equal(1, page.Conversations[0].Messages);
    }

    [Fact]
    public async Task A_customer_is_found_by_a_keyed_hash_and_never_by_name()
    {
        await _recorder.RecordAndIndexAsync(Said.Customer(0, "bonjour"));
        Assert.Equal([IndexKeys.CustomerHash("generic", "v-1", Recorder.HashKey)], Values("customer"));
        await _recorder.RecordAndIndexAsync(Said.Close(60));

        Assert.Equal([IndexKeys.CustomerHash("generic", "v-1", Recorder.HashKey)], Values("customer"));
        Assert.DoesNotContain("v-1", TableText.Of(_recorder.Tables, TableNames.Transcripts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_writer_reads_again_until_the_index_says_what_the_conversation_says()
    {
        await _recorder.RecordAndIndexAsync(Said.Customer(0, "ma box", -0.2, "internet_trouble"));
        var scored = await _recorder.RecordAsync(Said.Customer(10, "ma facture", -0.2, "billing_dispute"));
        var later = false;
        _recorder.Tables.BeforeApply = (table, _) =>
        {
            if (table == TableNames.Transcripts && !later)
            {
                later = true;
                _recorder.RecordAndIndexAsync(Said.Customer(20, "ma facture encore", -0.9, "billing_dispute")).GetAwaiter().GetResult();
            }
        };
        await _recorder.IndexAsync(scored[0]);
        await _recorder.RecordAndIndexAsync(Said.Close(60));

        Assert.Equal(["billing_dispute"], Values("reason"));
        Assert.Equal(["Anger"], Values("worst"));
    }

    private static MessageAnalyzed InConversation(int number, MessageAnalyzed message) => message with
    {
        Conversation = message.Conversation with { Id = $"c-{number}", Key = ConversationKeys.Conversation("generic", "demo", $"c-{number}") },
    };

    /// <summary>The values of a facet that stand in the index.</summary>
    private List<string> Values(string facet) => [.. _recorder.Tables.Dump()
        .Where(entry => entry.Table == TableNames.Transcripts && entry.Row.RowKey.StartsWith(facet + "~", StringComparison.Ordinal))
        .Select(entry => entry.Row.RowKey.Split('~')[1])
        .Distinct()];
}
