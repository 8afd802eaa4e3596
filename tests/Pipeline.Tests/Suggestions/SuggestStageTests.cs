using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Library;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Suggestions;

public sealed class SuggestStageTests : IAsyncLifetime
{
    private readonly InMemoryTables _tables = new();
    private readonly PhraseLibrary _library;
    private readonly SuggestStage _stage;

    public SuggestStageTests()
    {
        _library = new(_tables, new FakeClock(), NullLogger<PhraseLibrary>.Instance);
        _stage = new([_library], _tables, Options.Create(new SuggestionOptions()), NullLogger<SuggestStage>.Instance);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Chat RedLight => new Chat("fr").Customer("ma box a un voyant rouge", "internet_trouble");

    public async ValueTask InitializeAsync() => await new PhraseSeed(_tables, NullLogger<PhraseSeed>.Instance).PlantAsync(Cancel);

    public ValueTask DisposeAsync()
    {
        _library.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_suggestions_go_on_and_stand_in_the_conversation()
    {
        var scored = RedLight.Scored();

        var replies = await SuggestAsync(scored);

        Assert.Equal((scored.Message.MessageId, scored.Position, "fr"), (replies.MessageId, replies.Position, replies.Language));
        Assert.NotEmpty(replies.Suggestions);
        var row = await RowAsync(scored);
        Assert.Equal(scored.Position, row.Properties["Position"]);
        Assert.Equal("fr", row.Text("Language"));
        Assert.Equal(JsonSerializer.Serialize(replies.Suggestions, PipelineJson.Default.IReadOnlyListSuggestion), row.Text("Suggestions"));
    }

    [Fact]
    public async Task Silence_is_kept_and_tells_nobody()
    {
        var scored = new Chat("fr") { StateLanguage = "und" }.Customer("hmm").Scored();

        Assert.IsType<StageResult<RepliesSuggested>.Stop>(await _stage.RunAsync(scored, Cancel));
        var row = await RowAsync(scored);
        Assert.Equal(("und", "[]"), (row.Text("Language"), row.Text("Suggestions")));
    }

    [Fact]
    public async Task The_same_message_again_writes_nothing_and_sends_the_same()
    {
        var scored = RedLight.Scored();
        var first = await SuggestAsync(scored);
        var written = await RowAsync(scored);

        var again = await SuggestAsync(scored);

        Assert.Equal(written.ETag, (await RowAsync(scored)).ETag);
        Assert.Equal(Ids(first), Ids(again));
        Assert.Equal(first.BusId, again.BusId);
    }

    [Fact]
    public async Task What_was_kept_first_goes_on_again_even_when_the_library_has_changed_since()
    {
        var scored = RedLight.Scored();
        var first = await SuggestAsync(scored);
        using var emptyLibrary = new PhraseLibrary(new InMemoryTables(), new FakeClock(), NullLogger<PhraseLibrary>.Instance);
        var later = new SuggestStage([emptyLibrary], _tables, Options.Create(new SuggestionOptions()), NullLogger<SuggestStage>.Instance);

        Assert.Equal(Ids(first), Ids(Replies(await later.RunAsync(scored, Cancel))));
    }

    [Fact]
    public async Task Suggestions_from_a_later_state_stand_in_whatever_order_they_come()
    {
        var early = RedLight.Scored(position: 1);
        var late = new Chat("fr").Customer("ma box a un voyant rouge", "internet_trouble", Emotion.Anger).Scored(position: 2);
        await SuggestAsync(early);
        await SuggestAsync(late);
        var straight = (await RowAsync(early)).Properties;

        var other = new InMemoryTables();
        var reversed = new SuggestStage([_library], other, Options.Create(new SuggestionOptions()), NullLogger<SuggestStage>.Instance);
        await reversed.RunAsync(late, Cancel);
        var end = await reversed.RunAsync(early, Cancel);

        Assert.IsType<StageResult<RepliesSuggested>.Stop>(end);
        Assert.Equal(2, straight["Position"]);
        Assert.Equal(straight, Assert.Single(other.Dump()).Row.Properties);
    }

    [Fact]
    public async Task What_may_take_the_place_of_others_that_were_told_says_so()
    {
        Assert.False((await SuggestAsync(RedLight.Scored(position: 1))).Replaces);
        var silent = new Chat("fr") { StateLanguage = "und" }.Customer("hmm").Scored(position: 2);
        var replies = await SuggestAsync(silent);
        Assert.Equal((0, true), (replies.Suggestions.Count, replies.Replaces));

        // The run that wrote it may have ended before it was sent.
        Assert.True((await SuggestAsync(silent)).Replaces);
    }

    [Fact]
    public async Task A_row_that_another_run_writes_in_between_is_seen()
    {
        await SuggestAsync(RedLight.Scored(position: 1));
        var races = 0;
        _tables.BeforeApply = (_, changes) =>
        {
            // Just before position 3 replaces position 1, position 2 does.
            if (changes[0] is TableChange.Replace && races++ == 0)
            {
                _stage.RunAsync(RedLight.Scored(position: 2), Cancel).GetAwaiter().GetResult();
            }
        };

        var replies = await SuggestAsync(RedLight.Scored(position: 3));

        Assert.Equal(3, replies.Position);
        Assert.Equal(3, (await RowAsync(RedLight.Scored())).Properties["Position"]);
    }

    [Fact]
    public async Task A_row_that_never_comes_to_rest_is_left_to_redelivery()
    {
        await SuggestAsync(RedLight.Scored(position: 1));
        _tables.BeforeApply = (_, changes) => throw new TableConflictException(TableConflict.RowChanged, 0, changes[0].RowKey);

        await Assert.ThrowsAsync<TableConflictException>(() => _stage.RunAsync(RedLight.Scored(position: 2), Cancel));
    }

    [Fact]
    public async Task Only_a_customers_message_is_answered()
    {
        var advisor = RedLight.Advisor("Bonjour.").Scored();
        var edit = RedLight.Scored();
        edit = edit with { Message = edit.Message with { Kind = MessageKind.Close } };

        Assert.IsType<StageResult<RepliesSuggested>.Stop>(await _stage.RunAsync(advisor, Cancel));
        Assert.IsType<StageResult<RepliesSuggested>.Stop>(await _stage.RunAsync(edit, Cancel));
        Assert.DoesNotContain(_tables.Dump(), entry => entry.Table == TableNames.Conversations);
    }

    [Fact]
    public async Task A_customer_who_writes_on_and_on_never_gets_the_sentence_the_advisor_took()
    {
        var chat = RedLight;
        var taken = new List<string>();
        for (var round = 0; round < 4; round++)
        {
            if (await _stage.RunAsync(chat.Scored(), Cancel) is not StageResult<RepliesSuggested>.GoOn { Messages: [{ Suggestions: [var best, ..] } replies] })
            {
                break;
            }

            Assert.DoesNotContain(replies.Suggestions, suggestion => taken.Contains(suggestion.Text));
            taken.Add(best.Text);
            chat.Advisor(best.Text).Customer("toujours le voyant rouge sur ma box", "internet_trouble");
        }

        Assert.True(taken.Count > 1, "The advisor had nothing to take.");
    }

    private static IEnumerable<string> Ids(RepliesSuggested replies) => replies.Suggestions.Select(suggestion => suggestion.Id);

    private static RepliesSuggested Replies(StageResult<RepliesSuggested> end) =>
        Assert.Single(Assert.IsType<StageResult<RepliesSuggested>.GoOn>(end).Messages);

    private async Task<RepliesSuggested> SuggestAsync(MessageScored scored) => Replies(await _stage.RunAsync(scored, Cancel));

    private async Task<TableRow> RowAsync(MessageScored scored) => Assert.IsType<TableRow>(await _tables.ReadAsync(
        TableNames.Conversations, scored.Conversation.Key, ConversationRowKeys.Suggestions(scored.Message.OrderKey), Cancel));
}
