using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Contracts;
using Pipeline.Ports;
using Pipeline.Replay;
using Pipeline.Tests.Flow;
using Pipeline.Tests.Support;
using Pipeline.Transcripts.Index;

namespace Pipeline.Tests.Transcripts.Index;

public sealed class ReindexTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_index_made_again_is_the_one_that_the_path_wrote_byte_for_byte()
    {
        await using var path = await PlayedAsync();
        var written = TableText.Of(path.Tables, TableNames.Transcripts, RecordingProjection.Table);
        Assert.Contains("Outcome=", written, StringComparison.Ordinal);
        await WipeAsync(path.Tables, TableNames.Transcripts, RecordingProjection.Table);

        var (indexed, removed, slices) = await ReindexAsync(path, new HurriedClock());

        Assert.Equal(written, TableText.Of(path.Tables, TableNames.Transcripts, RecordingProjection.Table));
        Assert.Equal((8, 0), (indexed, removed));
        Assert.True(slices > 4, "Each page of the work is a slice when time is short.");
    }

    [Fact]
    public async Task Re_indexing_what_stands_changes_nothing()
    {
        await using var path = await PlayedAsync();
        var written = TableText.Of(path.Tables);
        Assert.Equal((8, 0, 1), await ReindexAsync(path, TimeProvider.System));
        Assert.Equal(written, TableText.Of(path.Tables));
    }

    [Fact]
    public async Task What_is_no_more_leaves_the_index()
    {
        await using var path = await PlayedAsync();
        var key = path.Tables.Dump().First(entry => entry.Table == TableNames.Conversations).Row.PartitionKey;
        await WipeAsync(path.Tables, row => row.PartitionKey == key, TableNames.Conversations);

        Assert.Equal((7, 1, 1), await ReindexAsync(path, TimeProvider.System));

        Assert.DoesNotContain(key + " ", TableText.Of(path.Tables, TableNames.Transcripts, RecordingProjection.Table) + " ", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rows_of_the_index_as_it_was_before_are_taken_away()
    {
        await using var path = await PlayedAsync();
        var written = TableText.Of(path.Tables);
        var key = path.Tables.Dump().First(entry => entry.Table == TableNames.Conversations).Row.PartitionKey;
        await path.Tables.ApplyAsync(
            TableNames.Transcripts, "day~20260302~1", [new TableChange.Insert(new("day~20260302~1", $"0~{key}", Columns("Key", key)))], Token);
        var list = JsonSerializer.Serialize<string[]>([$"day~20260302~1|0~{key}", "skill~billing~1|gone already"]);
        await path.Tables.ApplyAsync(
            TableNames.Conversations, key, [new TableChange.Insert(new(key, "head-index", Columns("Rows", list)))], Token);

        await ReindexAsync(path, TimeProvider.System);

        Assert.Equal(written, TableText.Of(path.Tables));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64 !")]
    [InlineData("YWJj")]
    public async Task A_foreign_continuation_is_refused(string continuation)
    {
        await using var path = await WholePath.StartAsync();
        await Assert.ThrowsAsync<FormatException>(() => path.Service<ITranscriptReindex>().RunAsync(continuation, Token));
    }

    private static Dictionary<string, object> Columns(string name, string value) => new(StringComparer.Ordinal) { [name] = value };

    private static async Task<WholePath> PlayedAsync()
    {
        var path = await WholePath.StartAsync(more: RecordingProjection.Add);
        foreach (var conversation in BundledConversations.All.Take(8))
        {
            foreach (var webhook in ReplayScript.Write(conversation, conversation.Id, WholePath.Start))
            {
                await path.PostAsync(webhook);
                await path.DrainAsync();
            }
        }

        return path;
    }

    private static async Task<(int Indexed, int Removed, int Slices)> ReindexAsync(WholePath path, TimeProvider clock)
    {
        var reindex = new TranscriptReindex(path.Tables, path.Service<ITranscriptIndexer>(), clock, NullLogger<TranscriptReindex>.Instance);
        var (indexed, removed, slices) = (0, 0, 0);
        string? continuation = null;
        do
        {
            var slice = await reindex.RunAsync(continuation, Token);
            (indexed, removed, slices, continuation) = (indexed + slice.Indexed, removed + slice.Removed, slices + 1, slice.Continuation);
        }
        while (continuation is not null);
        return (indexed, removed, slices);
    }

    private static Task WipeAsync(InMemoryTables tables, params string[] names) => WipeAsync(tables, _ => true, names);

    private static async Task WipeAsync(InMemoryTables tables, Func<TableRow, bool> isWiped, params string[] names)
    {
        foreach (var (table, row) in tables.Dump().Where(entry => names.Contains(entry.Table) && isWiped(entry.Row)))
        {
            await tables.ApplyAsync(table, row.PartitionKey, [new TableChange.Delete(row.RowKey)], Token);
        }
    }

    /// <summary>Each look at it is ten seconds later.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        private DateTimeOffset _now = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => _now += TimeSpan.FromSeconds(10);
    }
}
