using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Replay;
using Pipeline.Suggestions.Feedback;
using Pipeline.Tests.Flow;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Transcripts.Index;

/// <summary>What is written into a conversation after its close is in what was made of it.</summary>
public sealed class LateRowsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Feedback_after_the_close_is_seen()
    {
        await using var path = await ClosedAsync();
        var before = TableText.Of(path.Tables, RecordingProjection.Table);
        var key = path.Tables.Dump().First(entry => entry.Table == RecordingProjection.Table).Row.PartitionKey;

        var given = new FeedbackGiven("f-1", FeedbackKind.HorsCadre, Reason: FeedbackReason.ExceptionalCase);
        Assert.IsType<FeedbackTaken.Kept>(await path.Service<FeedbackRecorder>().RecordAsync(key, given, Token));

        Assert.Empty(RecordingProjection.Stale(path.Tables));
        Assert.NotEqual(before, TableText.Of(path.Tables, RecordingProjection.Table));
    }

    [Fact]
    public async Task Feedback_that_a_crash_kept_from_being_seen_is_seen_when_it_is_told_again()
    {
        await using var path = await ClosedAsync();
        var key = path.Tables.Dump().First(entry => entry.Table == RecordingProjection.Table).Row.PartitionKey;
        var given = new FeedbackGiven("f-1", FeedbackKind.HorsCadre, Reason: FeedbackReason.Other);
        path.Tables.BeforeApply = (table, _) =>
        {
            if (table == TableNames.Transcripts)
            {
                throw new IOException("The host stops here.");
            }
        };
        await Assert.ThrowsAsync<IOException>(() => path.Service<FeedbackRecorder>().RecordAsync(key, given, Token));
        path.Tables.BeforeApply = null;
        Assert.NotEmpty(RecordingProjection.Stale(path.Tables));

        await path.Service<FeedbackRecorder>().RecordAsync(key, given, Token);

        Assert.Empty(RecordingProjection.Stale(path.Tables));
    }

    [Fact]
    public async Task A_conversation_that_goes_on_is_taken_back_and_recorded_again_at_its_next_close()
    {
        var recorder = new Recorder();
        recorder.Projections.Add(new RecordingProjection(recorder.Tables));
        await recorder.RecordAndIndexAsync(Said.Customer(0, "bonjour"), Said.Close(60));
        Assert.Contains(recorder.Tables.Dump(), entry => entry.Table == RecordingProjection.Table);

        await recorder.RecordAndIndexAsync(Said.Customer(90, "encore moi"));
        Assert.DoesNotContain(recorder.Tables.Dump(), entry => entry.Table == RecordingProjection.Table);
        Assert.Empty(RecordingProjection.Stale(recorder.Tables));

        await recorder.RecordAndIndexAsync(Said.Close(120));
        Assert.Empty(RecordingProjection.Stale(recorder.Tables));
    }

    [Fact]
    public async Task Whoever_was_overtaken_while_projecting_projects_again()
    {
        var recorder = new Recorder();
        recorder.Projections.Add(new RecordingProjection(recorder.Tables));
        await recorder.RecordAndIndexAsync(Said.Customer(0, "bonjour"));
        var scored = await recorder.RecordAsync(Said.Close(60));
        var overtaken = false;
        recorder.Tables.BeforeApply = (table, _) =>
        {
            // Another run reads later and ends sooner.
            if (table == RecordingProjection.Table && !overtaken)
            {
                overtaken = true;
                recorder.RecordAndIndexAsync(Said.Rating(90, 5)).GetAwaiter().GetResult();
            }
        };
        await recorder.IndexAsync(scored[0]);

        Assert.True(overtaken);
        Assert.Empty(RecordingProjection.Stale(recorder.Tables));
    }

    [Fact]
    public async Task Many_who_index_at_once_do_not_keep_each_other_from_ending()
    {
        const int Workers = 40;
        var recorder = new Recorder { Patience = TimeSpan.FromMinutes(1) };
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var recording = new RecordingProjection(recorder.Tables) { Before = all.Task };
        recorder.Projections.Add(recording);
        await recorder.RecordAndIndexAsync(Said.Customer(0, "bonjour"));
        var closed = (await recorder.RecordAsync(Said.Close(60)))[0];

        // Whoever is first projects until all are there.
        var begun = 0;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(
            async () =>
            {
                var indexing = recorder.IndexAsync(closed);
                if (Interlocked.Increment(ref begun) == Workers)
                {
                    all.SetResult();
                }

                await indexing;
            },
            Token)));

        Assert.Empty(RecordingProjection.Stale(recorder.Tables));
        Assert.Equal(1, recording.Calls);
    }

    [Fact]
    public async Task What_came_while_somebody_projects_is_projected_after_it()
    {
        const int Ratings = 30;
        var recorder = new Recorder { Patience = TimeSpan.FromMinutes(1) };
        recorder.Projections.Add(new RecordingProjection(recorder.Tables));
        await recorder.RecordAndIndexAsync(Said.Customer(0, "bonjour"));
        await recorder.RecordAsync(Said.Close(60));

        await Task.WhenAll(Enumerable.Range(0, Ratings).Select(second => Task.Run(
            () => recorder.RecordAndIndexAsync(Said.Rating(90 + second, 1 + (second % 5))), Token)));

        Assert.Empty(RecordingProjection.Stale(recorder.Tables));
    }

    [Fact]
    public async Task Whoever_died_while_projecting_is_not_waited_for_for_ever()
    {
        var recorder = new Recorder();
        recorder.Projections.Add(new RecordingProjection(recorder.Tables));
        await recorder.RecordAndIndexAsync(Said.Customer(0, "bonjour"));
        var closed = (await recorder.RecordAsync(Said.Close(60)))[0];
        var dead = false;
        recorder.Tables.BeforeApply = (table, _) =>
        {
            // Whoever is dead does not say either that nobody is at work any more.
            dead |= table == RecordingProjection.Table;
            if (dead)
            {
                throw new IOException("The machine is gone.");
            }
        };
        await Assert.ThrowsAsync<IOException>(() => recorder.IndexAsync(closed));
        recorder.Tables.BeforeApply = null;

        await recorder.IndexAsync(closed);

        Assert.Empty(RecordingProjection.Stale(recorder.Tables));
    }

    [Fact]
    public async Task What_was_projected_already_is_projected_again_on_request_only()
    {
        var recorder = new Recorder();
        var recording = new RecordingProjection(recorder.Tables);
        recorder.Projections.Add(recording);
        await recorder.RecordAndIndexAsync(Said.Customer(0, "bonjour"), Said.Close(60));
        var calls = recording.Calls;

        await recorder.Indexer.IndexAsync(Said.Conversation.Key, Token);
        Assert.Equal(calls, recording.Calls);
        await recorder.Indexer.ReindexAsync(Said.Conversation.Key, Token);
        Assert.Equal(calls + 1, recording.Calls);
    }

    [Fact]
    public async Task What_is_removed_leaves_nothing_behind()
    {
        var recorder = new Recorder();
        recorder.Projections.Add(new RecordingProjection(recorder.Tables));
        await recorder.RecordAndIndexAsync(Said.Customer(0, "bonjour"), Said.Close(60));

        await recorder.Indexer.RemoveAsync(Said.Conversation.Key, Token);
        await recorder.Indexer.RemoveAsync(Said.Conversation.Key, Token);

        Assert.Equal("", TableText.Of(recorder.Tables, TableNames.Transcripts, RecordingProjection.Table));
    }

    [Fact]
    public async Task All_rows_of_a_close_are_one_batch()
    {
        var recorder = new Recorder();
        await recorder.RecordAndIndexAsync(Said.Customer(0, "ma facture", -0.9, "billing_dispute"));
        var batches = new List<IReadOnlyList<TableChange>>();
        var scored = await recorder.RecordAsync(Said.Close(60));
        recorder.Tables.BeforeApply = (_, changes) => batches.Add(changes);
        await recorder.IndexAsync(scored[0]);

        Assert.InRange(Assert.Single(batches).Count, 3, ITables.MaxBatch);
    }

    [Fact]
    public async Task An_open_conversation_whose_rows_say_the_same_is_not_written_again()
    {
        var recorder = new Recorder();
        await recorder.RecordAndIndexAsync(Said.Customer(0, "bonjour"));
        recorder.Tables.BeforeApply = (_, _) => Assert.Fail("Nothing has changed.");
        Assert.True(await recorder.Indexer.IndexAsync(Said.Conversation.Key, Token));
        Assert.False(await recorder.Indexer.IndexAsync("generic~demo~unknown", Token));
    }

    private static async Task<WholePath> ClosedAsync()
    {
        var path = await WholePath.StartAsync(more: RecordingProjection.Add);
        var conversation = BundledConversations.All[0];
        foreach (var webhook in ReplayScript.Write(conversation, conversation.Id, WholePath.Start))
        {
            await path.PostAsync(webhook);
            await path.DrainAsync();
        }

        return path;
    }
}
