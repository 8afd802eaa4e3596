using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Support;
using Pipeline.Transcripts;
using Pipeline.Transcripts.Provenance;

namespace Pipeline.Tests.Transcripts.Provenance;

public sealed class TranscriptSealsTests
{
    private static readonly MessageAnalyzed Angry = Said.Customer(1, "Toujours rien, c'est honteux", -0.8, "delivery_problem");
    private static readonly MessageAnalyzed Answer = Said.Advisor(2, "Je regarde votre dossier.");
    private static readonly MessageAnalyzed Glad = Said.Customer(3, "Merci beaucoup", 0.7);

    private readonly Recorder _recorder = new();
    private readonly FakeClock _clock = new(Said.Start);
    private readonly TranscriptSeals _seals;

    public TranscriptSealsTests()
    {
        _seals = Seals("a key of the tests");
        _recorder.Projections.Add(_seals);
    }

    [Fact]
    public async Task A_closed_conversation_is_sealed_once_and_intact()
    {
        await CloseAsync();
        var chain = await VerifyAsync();
        Assert.Equal((ChainVerdict.Intact, null, true), (chain.Verdict, chain.FirstBroken, chain.AreSealsSigned));
        Assert.Equal(4, chain.Links.Count);
        var seal = Assert.Single(chain.Seals);
        Assert.Equal((1, 4, chain.Links[^1].Link), (seal.Version, seal.Rows, seal.Head));
        Assert.Empty(seal.Added);
    }

    [Fact]
    public async Task An_open_conversation_has_links_and_no_seal()
    {
        await _recorder.RecordAndIndexAsync(Angry);
        var chain = await VerifyAsync();
        Assert.Equal(ChainVerdict.Open, chain.Verdict);
        Assert.Single(chain.Links);
        Assert.Empty(chain.Seals);
    }

    [Fact]
    public async Task Any_changed_value_of_any_message_breaks_the_chain_at_that_message()
    {
        await CloseAsync();
        var tried = 0;
        foreach (var row in await MessagesAsync())
        {
            foreach (var (name, value) in row.Properties)
            {
                await WriteAsync(row with { Properties = With(row, name, Other(value)) });
                var chain = await VerifyAsync();
                Assert.Equal(ChainVerdict.Broken, chain.Verdict);
                Assert.Equal((ChainBreakKind.Changed, row.RowKey), (chain.FirstBroken!.Kind, ConversationRowKeys.MessagePrefix + chain.FirstBroken.OrderKey));
                tried++;
            }

            await WriteAsync(row);
        }

        Assert.True(tried > 40);
        Assert.Equal(ChainVerdict.Intact, (await VerifyAsync()).Verdict);
    }

    [Fact]
    public async Task A_message_that_is_emptied_without_a_deletion_breaks_the_chain()
    {
        await CloseAsync();
        await WriteAsync(MessageRow.From(ConversationTimeline.Emptied(Angry)));
        var chain = await VerifyAsync();
        Assert.Equal((ChainBreakKind.Changed, "m-1"), (chain.FirstBroken!.Kind, chain.FirstBroken.MessageId));
    }

    [Fact]
    public async Task A_row_taken_away_or_put_in_past_the_path_breaks_the_chain()
    {
        await CloseAsync();
        var rows = await MessagesAsync();
        await _recorder.Tables.ApplyAsync(TableNames.Conversations, Said.Conversation.Key, [new TableChange.Delete(rows[1].RowKey)], CancellationToken.None);
        Assert.Equal((ChainBreakKind.Missing, "m-3"), Broken(await VerifyAsync()));
        await WriteAsync(rows[1]);
        await WriteAsync(MessageRow.From(Said.Advisor(20, "Je n'ai jamais écrit cela.")));
        Assert.Equal((ChainBreakKind.Added, "m-20"), Broken(await VerifyAsync()));
    }

    [Fact]
    public async Task What_legitimately_happens_after_the_close_makes_another_version()
    {
        await CloseAsync();
        await _recorder.RecordAndIndexAsync(Said.Rating(40, 2));
        await _recorder.RecordAndIndexAsync(Said.Edit(50, Answer, "Je regarde."));
        await _recorder.RecordAndIndexAsync(Said.Advisor(2, "en retard") with { MessageId = "late" });
        await _recorder.RecordAndIndexAsync(Said.Deletion(60, Angry));
        var chain = await VerifyAsync();
        Assert.Equal((ChainVerdict.Intact, null), (chain.Verdict, chain.FirstBroken));
        Assert.Equal(
            [[], [MessageKind.Rating], [MessageKind.Edit], [MessageKind.Message], [MessageKind.Deletion]],
            chain.Seals.Select(seal => seal.Added));
        Assert.Equal([1, 2, 3, 4, 5], chain.Seals.Select(seal => seal.Version));
    }

    [Fact]
    public async Task Indexing_again_makes_no_version()
    {
        await CloseAsync();
        await _seals.ProjectAsync((await RecordAsync())!, CancellationToken.None);
        Assert.Single((await VerifyAsync()).Seals);
    }

    [Fact]
    public async Task What_was_tampered_with_stays_found_whatever_is_sealed_after_it()
    {
        await CloseAsync();
        var row = (await MessagesAsync())[1];
        await WriteAsync(row with { Properties = With(row, "Text", "Je vous rembourse tout.") });
        await _recorder.RecordAndIndexAsync(Said.Rating(40, 2));
        var chain = await VerifyAsync();
        Assert.Equal((ChainBreakKind.Changed, "m-2"), Broken(chain));
        Assert.Equal(2, chain.Seals.Count);
    }

    [Fact]
    public async Task A_seal_that_is_not_what_was_written_is_found()
    {
        await CloseAsync();
        await _recorder.RecordAndIndexAsync(Said.Rating(40, 2));
        var row = (await SealRowsAsync())[1];
        await SealAsync(row with { Properties = With(row, "SealedAt", Said.Start.AddYears(-1)) });
        Assert.Equal((ChainBreakKind.Seal, null), Broken(await VerifyAsync()));
        await _recorder.Tables.ApplyAsync(TableNames.Seals, row.PartitionKey, [new TableChange.Delete(row.RowKey)], CancellationToken.None);
        Assert.Equal((ChainBreakKind.Seal, null), Broken(await VerifyAsync()));
    }

    [Fact]
    public async Task A_seal_made_with_another_key_does_not_hold()
    {
        await CloseAsync();
        Assert.Equal(ChainBreakKind.Seal, (await VerifyAsync(Seals("another"))).FirstBroken!.Kind);
    }

    [Fact]
    public async Task What_was_sealed_holds_also_while_the_conversation_is_open_again()
    {
        await CloseAsync();
        await _recorder.RecordAndIndexAsync(Said.Customer(90, "Encore moi", 0));
        Assert.Equal(ChainVerdict.Open, (await VerifyAsync()).Verdict);
        var row = (await MessagesAsync())[0];
        await WriteAsync(row with { Properties = With(row, "Text", "autre chose") });
        Assert.Equal((ChainBreakKind.Changed, "m-1"), Broken(await VerifyAsync()));
    }

    [Fact]
    public async Task A_message_recorded_after_the_close_and_not_sealed_yet_is_pending()
    {
        await CloseAsync();
        await _recorder.RecordAsync(Said.Rating(40, 2));
        Assert.Equal(ChainVerdict.Pending, (await VerifyAsync()).Verdict);
    }

    [Fact]
    public async Task The_seals_of_a_conversation_that_is_gone_go_too()
    {
        await CloseAsync();
        await _seals.RemoveAsync(Said.Conversation.Key, CancellationToken.None);
        Assert.NotEmpty(await SealRowsAsync());
        await _recorder.Tables.ApplyAsync(
            TableNames.Conversations, Said.Conversation.Key, [new TableChange.Delete(ConversationRowKeys.Head)], CancellationToken.None);
        await _seals.RemoveAsync(Said.Conversation.Key, CancellationToken.None);
        await _seals.RemoveAsync(Said.Conversation.Key, CancellationToken.None);
        Assert.Empty(await SealRowsAsync());
    }

    [Fact]
    public void Any_order_of_arrival_ends_intact()
    {
        var longText = Said.Customer(5, new string('é', 70_000), -0.2) with { Attachments = [new Attachment("[NAME_1].png", "image/png", 12)] };
        MessageAnalyzed[] all =
        [
            Angry, Answer, Glad, longText, Said.Close(30), Said.Rating(40, 4), Said.Edit(50, Angry, "Toujours rien", -0.4), Said.Deletion(60, longText),
            Said.Advisor(61, "Bonne journée"), Said.Edit(62, Answer, "Je regarde"), Said.Deletion(63, Answer),
        ];
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(40).WithQuietOnSuccess(true),
            Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => EndsIntactAsync(all, seed).GetAwaiter().GetResult()));
    }

    private static async Task<bool> EndsIntactAsync(MessageAnalyzed[] all, int seed)
    {
        var test = new TranscriptSealsTests();
        var shuffled = all.ToArray();
        new Random(seed).Shuffle(shuffled);
        foreach (var message in shuffled)
        {
            await test._recorder.RecordAndIndexAsync(message);
        }

        var chain = await test.VerifyAsync();
        return chain.Verdict == ChainVerdict.Intact && chain.Seals[^1].Rows == all.Length;
    }

    private Task CloseAsync() => _recorder.RecordAndIndexAsync(Angry, Answer, Glad, Said.Close(30));

    private TranscriptSeals Seals(string key) => new(_recorder.Tables, Options.Create(new TranscriptOptions { SealKey = key }), _clock);

    private Task<ConversationRecord?> RecordAsync() => _recorder.Reader.ReadRecordAsync(Said.Conversation.Key, CancellationToken.None);

    private async Task<TranscriptChain> VerifyAsync(TranscriptSeals? seals = null)
    {
        var rows = await _recorder.Tables.ReadAllAsync(TableNames.Conversations, new TableQuery(Said.Conversation.Key), CancellationToken.None)
            .ToDictionaryAsync(row => row.RowKey, StringComparer.Ordinal, CancellationToken.None);
        return await (seals ?? _seals).VerifyAsync(Said.Conversation.Key, rows, CancellationToken.None);
    }

    private static (ChainBreakKind? Kind, string? MessageId) Broken(TranscriptChain chain) => (chain.FirstBroken?.Kind, chain.FirstBroken?.MessageId);

    private async Task<List<TableRow>> MessagesAsync() =>
        await _recorder.Tables.ReadAllAsync(
            TableNames.Conversations, TableQuery.Prefix(Said.Conversation.Key, ConversationRowKeys.MessagePrefix), CancellationToken.None)
            .ToListAsync(CancellationToken.None);

    private async Task<List<TableRow>> SealRowsAsync() =>
        await _recorder.Tables.ReadAllAsync(TableNames.Seals, new TableQuery(Said.Conversation.Key), CancellationToken.None)
            .ToListAsync(CancellationToken.None);

    private Task WriteAsync(TableRow row) => WriteAsync(TableNames.Conversations, row);

    private Task SealAsync(TableRow row) => WriteAsync(TableNames.Seals, row);

    private async Task WriteAsync(string table, TableRow row) =>
        await _recorder.Tables.ApplyAsync(table, row.PartitionKey, [new TableChange.Upsert(row)], CancellationToken.None);

    private static Dictionary<string, object> With(TableRow row, string name, object value) =>
        new(row.Properties, StringComparer.Ordinal) { [name] = value };

    private static object Other(object value) => value switch
    {
        string text => text.Length == 0 ? " " : text[..^1] + (char)(text[^1] ^ 1),
        bool flag => !flag,
        int number => number + 1,
        long number => number + 1,
        double number => Math.BitIncrement(number),
        DateTimeOffset time => time.AddTicks(1),
        _ => throw new InvalidOperationException(),
    };
}
