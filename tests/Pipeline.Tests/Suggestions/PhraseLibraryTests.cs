using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Contracts;
using Pipeline.Ports;
using Pipeline.Suggestions.Library;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Suggestions;

public sealed class PhraseLibraryTests : IDisposable
{
    private readonly GatedTables _tables = new();
    private readonly FakeClock _clock = new();
    private readonly PhraseLibrary _library;

    public PhraseLibraryTests() => _library = new(_tables, _clock, NullLogger<PhraseLibrary>.Instance);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task The_phrases_of_the_table_are_there_at_first_use_by_language()
    {
        await new PhraseSeed(_tables.Inner, NullLogger<PhraseSeed>.Instance).PlantAsync(Cancel);

        Assert.Equal(
            PhraseSeed.Phrases().Where(phrase => phrase.Language == "en").Select(phrase => phrase.Text).Order(StringComparer.Ordinal),
            (await _library.ReadAsync("en", Cancel))!.Candidates.Select(phrase => phrase.Text).Order(StringComparer.Ordinal));
        Assert.Null(await _library.ReadAsync("de", Cancel));
    }

    [Fact]
    public async Task More_phrases_than_a_page_holds_are_all_read()
    {
        for (var batch = 0; batch < 25; batch++)
        {
            await WriteAsync([.. Enumerable.Range(batch * 100, 100).Select(number => $"fr-{number}")]);
        }

        Assert.Equal(2_500, (await _library.ReadAsync("fr", Cancel))!.Count);
    }

    [Fact]
    public async Task A_new_phrase_is_seen_after_a_minute_and_no_reader_waits_for_it()
    {
        await WriteAsync("fr-1");
        await _library.ReadAsync("fr", Cancel);
        await WriteAsync("fr-2");
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Single((await _library.ReadAsync("fr", Cancel))!.Candidates);

        _tables.Close();
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Single((await _library.ReadAsync("fr", Cancel))!.Candidates);
        Assert.Single((await _library.ReadAsync("fr", Cancel))!.Candidates);
        _tables.Open();

        await UntilAsync(async () => (await _library.ReadAsync("fr", Cancel))!.Count == 2);
    }

    [Fact]
    public async Task Tables_that_fail_leave_the_phrases_in_use_until_a_later_minute()
    {
        await WriteAsync("fr-1");
        await _library.ReadAsync("fr", Cancel);
        await WriteAsync("fr-2");

        _tables.Failing = true;
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Single((await _library.ReadAsync("fr", Cancel))!.Candidates);
        await UntilAsync(() => Task.FromResult(_tables.Failures > 0));
        Assert.Single((await _library.ReadAsync("fr", Cancel))!.Candidates);

        _tables.Failing = false;
        await UntilAsync(async () =>
        {
            _clock.Advance(TimeSpan.FromMinutes(2));
            return (await _library.ReadAsync("fr", Cancel))!.Count == 2;
        });
    }

    [Fact]
    public async Task A_first_load_that_fails_is_tried_again_by_the_next_reader()
    {
        await WriteAsync("fr-1");
        _tables.Failing = true;
        await Assert.ThrowsAsync<IOException>(async () => await _library.ReadAsync("fr", Cancel));

        _tables.Failing = false;

        Assert.Single((await _library.ReadAsync("fr", Cancel))!.Candidates);
    }

    [Fact]
    public async Task A_row_that_is_no_valid_phrase_is_left_out_and_the_others_stay()
    {
        await WriteAsync("fr-1", "fr-2");
        var row = (await _tables.Inner.ReadAsync(TableNames.Phrases, "fr", "fr-2", Cancel))!;
        var wrong = row with { Properties = new Dictionary<string, object>(row.Properties) { ["Mandatory"] = true } };
        await _tables.Inner.ApplyAsync(TableNames.Phrases, "fr", [new TableChange.Upsert(wrong)], Cancel);

        Assert.Equal(["fr-1"], (await _library.ReadAsync("fr", Cancel))!.Candidates.Select(phrase => phrase.Id));
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
        {
            Cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private async Task WriteAsync(params string[] ids) => await _tables.Inner.ApplyAsync(
        TableNames.Phrases,
        "fr",
        [
            .. ids.Select(id => new TableChange.Insert(new TableRow("fr", id, new Dictionary<string, object>
            {
                ["Category"] = "holding",
                ["Tone"] = "warm",
                ["Text"] = $"Je regarde le point {id}.",
            }))),
        ],
        Cancel);

    /// <summary>Tables whose queries a test can hold back or let fail.</summary>
    private sealed class GatedTables : ITables
    {
        private volatile TaskCompletionSource _gate = Opened();
        private int _failures;

        public InMemoryTables Inner { get; } = new();

        public volatile bool Failing;

        public int Failures => Volatile.Read(ref _failures);

        public void Close() => _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Open() => _gate.TrySetResult();

        public Task<TableRow?> ReadAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken) =>
            Inner.ReadAsync(table, partitionKey, rowKey, cancellationToken);

        public async Task<TablePage> QueryAsync(string table, TableQuery query, CancellationToken cancellationToken)
        {
            await _gate.Task;
            if (Failing)
            {
                Interlocked.Increment(ref _failures);
                throw new IOException("The tables are away.");
            }

            return await Inner.QueryAsync(table, query, cancellationToken);
        }

        public Task<TablePage> ScanAsync(string table, int maxRows, string? continuation, CancellationToken cancellationToken) =>
            Inner.ScanAsync(table, maxRows, continuation, cancellationToken);

        public Task<IReadOnlyList<string?>> ApplyAsync(
            string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken) =>
            Inner.ApplyAsync(table, partitionKey, changes, cancellationToken);

        private static TaskCompletionSource Opened()
        {
            var opened = new TaskCompletionSource();
            opened.SetResult();
            return opened;
        }
    }
}
