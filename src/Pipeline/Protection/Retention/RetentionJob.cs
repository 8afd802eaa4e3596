using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.Ports;
using Pipeline.Protection.Erasure;
using Pipeline.Protection.Holds;

namespace Pipeline.Protection.Retention;

/// <summary>
/// Ends what is older than it may be kept, at night, by the same erasure as a person's; then writes down what is left, with the oldest of each kind.
/// It reads every row: what it says of the oldest is a fact and not a plan.
/// </summary>
public sealed partial class RetentionJob(
    ITables tables,
    ConversationEraser eraser,
    ITranscriptIndexer indexer,
    ErasedConversations erased,
    ErasureLedger ledger,
    LegalHolds holds,
    RetentionRules rules,
    IOptions<ProtectionOptions> options,
    TimeProvider clock,
    ILogger<RetentionJob> logger,
    IStorageCompaction? compaction = null) : ITimerJob
{
    private const string Partition = "retention";
    private const string RunRow = "last-run";

    // Erased together: the index of words writes its parts anew for many as for one.
    private const int ErasedAtOnce = 200;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var startedAt = clock.GetUtcNow();
        var tally = new RetentionTally();
        var held = await holds.ReadAsync(cancellationToken);
        await ConversationsAsync(tally, held, cancellationToken);
        await AuditAsync(tally, held, cancellationToken);
        await OriginalsAsync(tally, held, cancellationToken);
        await erased.ExpireAsync(cancellationToken);
        await WriteAsync(new RetentionRun { StartedAt = startedAt, EndedAt = clock.GetUtcNow(), Kept = tally.All }, cancellationToken);
        Log.Ended(logger, tally.AllRemoved);
        await CompactAsync(tally.AllRemoved > 0, startedAt, cancellationToken);
    }

    /// <summary>The last run; null before the first.</summary>
    public async Task<RetentionRun?> ReadLastAsync(CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Protection, Partition, RunRow, cancellationToken) is { } row
            ? JsonSerializer.Deserialize(row.Text("Run")!, ProtectionJson.Default.RetentionRun)
            : null;

    private async Task ConversationsAsync(RetentionTally tally, HoldSet held, CancellationToken cancellationToken)
    {
        KeptConversation? current = null;
        var over = new List<string>();
        await foreach (var row in tables.ScanAllAsync(TableNames.Conversations, cancellationToken))
        {
            if (current?.Key != row.PartitionKey)
            {
                await EndAsync(current, tally, held, over, cancellationToken);
                await EraseAsync(over, ErasedAtOnce, cancellationToken);
                current = new KeptConversation(row.PartitionKey);
            }

            current!.Add(row);
        }

        await EndAsync(current, tally, held, over, cancellationToken);
        await EraseAsync(over, 1, cancellationToken);
    }

    private async Task EraseAsync(List<string> over, int least, CancellationToken cancellationToken)
    {
        if (over.Count >= least)
        {
            await eraser.EraseAsync(over, cancellationToken);
            over.Clear();
        }
    }

    private async Task EndAsync(
        KeptConversation? conversation, RetentionTally tally, HoldSet held, List<string> over, CancellationToken cancellationToken)
    {
        if (conversation is not { LastAt: { } last })
        {
            return;
        }

        var (rule, brand) = (rules.Of(conversation.Brand), conversation.Brand);
        var isHeld = held.OfConversation(conversation.Key) is not null
            || (conversation.CustomerId is { } customer && held.OfCustomer(conversation.Platform!, customer) is not null);
        if (rules.IsOver(last, rule.Messages) && !isHeld)
        {
            over.Add(conversation.Key);
            tally.Removed(brand, "messages", rule.Messages);
            return;
        }

        await KindAsync("messages", rule.Messages, true, null);
        var isIndexed = rule.Index is null || await indexer.IsIndexedAsync(conversation.Key, cancellationToken);
        await KindAsync("index", rule.Index, isIndexed, () => indexer.ForgetAsync(conversation.Key, cancellationToken));
        await KindAsync("scores", rule.Scores, conversation.Scored.Count > 0, () => RemoveScoresAsync(conversation, cancellationToken));
        await KindAsync("suggestions", rule.Suggestions, conversation.Suggestions.Count > 0, () => DeleteAsync(conversation.Suggestions));
        await KindAsync("decisions", rule.Decisions, conversation.Decisions.Count > 0, () => DeleteAsync(conversation.Decisions));

        async Task KindAsync(string kind, int? days, bool has, Func<Task>? removeAsync)
        {
            if (!has)
            {
                return;
            }

            var isOver = rules.IsOver(last, days);
            if (isOver && isHeld)
            {
                tally.Held(brand, kind, days);
            }
            else if (isOver && removeAsync is not null)
            {
                await removeAsync();
                tally.Removed(brand, kind, days);
                return;
            }

            tally.Kept(brand, kind, days, last);
        }

        Task DeleteAsync(List<string> keys) => tables.DeleteAllAsync(TableNames.Conversations, conversation.Key, keys, cancellationToken);
    }

    private async Task RemoveScoresAsync(KeptConversation conversation, CancellationToken cancellationToken)
    {
        foreach (var rows in conversation.Scored.Chunk(ITables.MaxBatch))
        {
            try
            {
                await tables.ApplyAsync(
                    TableNames.Conversations,
                    conversation.Key,
                    [.. rows.Select(row => new TableChange.Replace(
                        row with { Properties = row.Properties.Where(column => !ConversationRowKeys.ScoreColumns.Contains(column.Key)).ToDictionary() },
                        row.ETag!))],
                    cancellationToken);
            }
            catch (TableConflictException)
            {
                // Something happened in it meanwhile, so that it is not over any more; or else the next night finds it again.
            }
        }
    }

    private async Task AuditAsync(RetentionTally tally, HoldSet held, CancellationToken cancellationToken)
    {
        var days = rules.Of("").Audit;
        await foreach (var row in tables.ScanAllAsync(TableNames.Audit, cancellationToken))
        {
            if (AuditRows.At(row) is not { } at)
            {
                continue;
            }

            // An entry stands at its place and on its day: it counts once, and both go.
            var counts = !row.PartitionKey.StartsWith(AuditRows.DayPrefix, StringComparison.Ordinal);
            if (!rules.IsOver(at, days))
            {
                Count(() => tally.Kept("", "audit", days, at));
            }
            else if (held.OfConversation(row.Text("Place") ?? row.PartitionKey) is not null)
            {
                Count(() => tally.Held("", "audit", days));
            }
            else
            {
                await tables.DeleteIfThereAsync(TableNames.Audit, row.PartitionKey, row.RowKey, cancellationToken);
                Count(() => tally.Removed("", "audit", days));
            }

            void Count(Action count)
            {
                if (counts)
                {
                    count();
                }
            }
        }
    }

    private async Task OriginalsAsync(RetentionTally tally, HoldSet held, CancellationToken cancellationToken)
    {
        await foreach (var row in tables.ScanAllAsync(TableNames.Originals, cancellationToken))
        {
            if (!row.Properties.TryGetValue("KeptAt", out var value))
            {
                continue;
            }

            var (at, brand) = ((DateTimeOffset)value, row.Text("Brand") ?? "");
            var days = rules.OriginalDays(brand);
            if (!rules.IsOver(at, days))
            {
                tally.Kept(brand, "originals", days, at);
            }
            else if (held.OfConversation(row.PartitionKey) is not null)
            {
                tally.Held(brand, "originals", days);
            }
            else
            {
                await tables.DeleteIfThereAsync(TableNames.Originals, row.PartitionKey, row.RowKey, cancellationToken);
                tally.Removed(brand, "originals", days);
            }
        }
    }

    private async Task WriteAsync(RetentionRun run, CancellationToken cancellationToken)
    {
        var row = new TableRow(Partition, RunRow, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Run"] = JsonSerializer.Serialize(run, ProtectionJson.Default.RetentionRun),
        });
        await tables.ApplyAsync(TableNames.Protection, Partition, [new TableChange.Upsert(row)], cancellationToken);
    }

    private async Task CompactAsync(bool removed, DateTimeOffset began, CancellationToken cancellationToken)
    {
        if (compaction is null || !options.Value.CompactAtNight)
        {
            return;
        }

        var waiting = await ledger.ReadAllAsync(cancellationToken).AnyAsync(row => row.Status is { Receipt: not null, CompactedAt: null }, cancellationToken);
        if (removed || waiting)
        {
            await compaction.CompactAsync(cancellationToken);
            await ledger.CompactedAsync(began, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Retention has ended {Count} things that were older than they may be kept.")]
        public static partial void Ended(ILogger logger, long count);
    }
}
