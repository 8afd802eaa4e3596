using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Transcripts.Queries;
using Pipeline.Transcripts.Index;
using Pipeline.Transcripts.Queries;

namespace Pipeline.Tests.Transcripts.Index;

/// <summary>The rows of a conversation in the index.</summary>
public sealed class IndexRowsTests
{
    // Whatever can be marked is.
    private static readonly ConversationSummary Marked = new SeededSummaries(1).Next(SeededSummaries.Start) with
    {
        ClosedAt = SeededSummaries.Start.AddHours(1),
        Intent = "billing_dispute",
        Skill = "billing",
        AdvisorId = "a-1",
        StartEmotion = Emotion.Fear,
        WorstEmotion = Emotion.Anger,
        EndEmotion = Emotion.Annoyance,
        Arc = ConversationArc.RisingAnger,
        TriggerCause = TriggerCause.Refusal,
        Thanked = true,
        Hard = true,
        HardReason = "legal_threat",
        Urgent = true,
        Rating = 1,
        EntryKind = EntryKind.Button,
        Measures = new()
        {
            Outcome = ConversationOutcome.Unresolved,
            SuggestionUse = SuggestionUse.Edited,
            Escalated = true,
            Transfers = 2,
            WaitSeconds = 60,
            Repeats = 1,
            Effort = 9,
            Phase = "assistance",
            SelfService = false,
        },
    };

    private readonly InMemoryTables _tables = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void All_rows_of_a_conversation_are_at_most_a_batch()
    {
        var row = SummaryRow.From(Marked);
        Assert.InRange(IndexRows.Changes(Marked.Key, null, IndexEntry.Of(Marked, "hash", row), row).Count, 80, ITables.MaxBatch);
    }

    [Fact]
    public async Task What_changes_more_than_a_batch_leaves_no_row_of_before()
    {
        var rows = new IndexRows(_tables);
        var before = await WriteAsync(rows, null, Marked);
        var moved = Marked with { StartedAt = Marked.StartedAt.AddDays(-1), Brand = "lumo", AdvisorId = "a-2", Skill = "technical", Rating = 5 };

        await WriteAsync(rows, before, moved);

        var alone = new InMemoryTables();
        await WriteAsync(new IndexRows(alone), null, moved);
        Assert.Equal(TableTextOf(alone), TableTextOf(_tables));
        var found = await new TranscriptQueries(_tables).QueryAsync(new TranscriptQuery { Brand = "lumo", RatingMin = 5 }, 5, null, Token);
        Assert.Equal(moved.StartedAt, Assert.Single(found.Conversations).StartedAt);
    }

    [Fact]
    public async Task A_crash_between_two_batches_is_made_good_by_the_next_write()
    {
        var rows = new IndexRows(_tables);
        var before = await WriteAsync(rows, null, Marked);
        var moved = Marked with { StartedAt = Marked.StartedAt.AddDays(-1) };
        var batches = 0;
        _tables.BeforeApply = (_, _) =>
        {
            if (++batches == 2)
            {
                throw new IOException("The host stops here.");
            }
        };
        await Assert.ThrowsAsync<IOException>(() => WriteAsync(rows, before, moved));
        _tables.BeforeApply = null;

        var standing = await rows.ReadAsync(Marked.Key, Token);
        Assert.False(EntryOf(moved).SaysAs(standing));
        await WriteAsync(rows, standing, moved);

        var alone = new InMemoryTables();
        await WriteAsync(new IndexRows(alone), null, moved);
        Assert.Equal(TableTextOf(alone), TableTextOf(_tables));
    }

    private static IndexEntry EntryOf(ConversationSummary summary) => IndexEntry.Of(summary, "hash", SummaryRow.From(summary));

    private static async Task<IndexEntry> WriteAsync(IndexRows rows, IndexEntry? standing, ConversationSummary summary)
    {
        var version = await rows.TryWriteAsync(summary.Key, standing, EntryOf(summary), SummaryRow.From(summary), Token);
        return EntryOf(summary) with { ETag = Assert.IsType<string>(version) };
    }

    private static string TableTextOf(InMemoryTables tables) => Support.TableText.Of(tables, TableNames.Transcripts);
}
