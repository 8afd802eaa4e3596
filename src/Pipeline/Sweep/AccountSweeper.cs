using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Sweep;

/// <summary>
/// Compares what a platform holds with what is recorded, and sends what is missing on the path, as if its webhook had come. It may run
/// twice at once, or be cut off anywhere: what it sends again has the same ids, and what it counts is counted once.
/// </summary>
public sealed partial class AccountSweeper(
    IEnumerable<IPlatformHistory> histories,
    SweepLedger ledger,
    ITables tables,
    IBus bus,
    IBusStatus status,
    IOptions<SweepOptions> options,
    TimeProvider clock,
    ILogger<AccountSweeper> logger,
    IErasedConversations? erased = null)
{
    private readonly IReadOnlyList<IPlatformHistory> _histories = [.. histories];

    /// <summary>The accounts whose history can be read.</summary>
    public IEnumerable<(string Platform, string Account)> Accounts =>
        _histories.SelectMany(history => history.Accounts.Select(account => (history.Platform, account)));

    /// <summary>Sweeps one account now. What goes wrong with the platform is in the report, the state, the log and the metrics.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="account">One of <see cref="Accounts"/>.</param>
    /// <param name="since">Looks back to this time, if that is further than it would look by itself.</param>
    /// <param name="cancellationToken">Gives up; the next sweep goes on.</param>
    /// <returns>What it came to; null when the account has no history.</returns>
    public async Task<SweepReport?> RunAsync(
        string platform, string account, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var history = _histories.FirstOrDefault(known => known.Platform == platform && known.Accounts.Contains(account));
        if (history is null)
        {
            return null;
        }

        var partition = SweepRows.Partition(platform, account);
        var (saved, waiting) = await ledger.ConfirmAsync(partition, cancellationToken);
        var state = await ledger.ReadAsync(platform, account, cancellationToken);
        var until = clock.GetUtcNow() - options.Value.Grace;
        var from = Earliest((state.SweptUntil ?? until) - options.Value.LookBack, waiting, since);
        var report = new SweepReport
        {
            Platform = platform,
            Account = account,
            From = from,
            Until = until,
            Saved = saved,
        };
        (report, var busy) = await BacklogAsync(cancellationToken) is { } backlog
            ? (report with { Error = backlog }, null)
            : await CompareAsync(history, partition, report, cancellationToken);
        await EndAsync(partition, report, busy, cancellationToken);
        PipelineTelemetry.Swept(platform, account, report.Found, report.Saved, report.Error is not null);
        return report;
    }

    private async Task<(SweepReport Report, TimeSpan? Busy)> CompareAsync(
        IPlatformHistory history, string partition, SweepReport report, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var page in history.ReadAsync(report.Account, report.From, cancellationToken))
            {
                report = await UseAsync(partition, page, report, cancellationToken);
            }

            return (report, null);
        }
        catch (Exception exception) when (exception is HttpRequestException or PlatformRefusedException)
        {
            Log.Failed(logger, report.Platform, report.Account, exception.Message);
            return (report with { Error = exception.Message }, (exception as PlatformBusyException)?.RetryAfter);
        }
    }

    private async Task EndAsync(string partition, SweepReport report, TimeSpan? busy, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await ledger.UpdateAsync(
            partition,
            state => state with
            {
                // Another sweep may have come further meanwhile.
                SweptUntil = report.Error is null ? Later(state.SweptUntil, report.Until) : state.SweptUntil,
                LastSweptAt = now,
                Unreadable = report.Unreadable,
                Error = report.Error,
                NotBefore = now + busy,
            },
            cancellationToken);
        if (report.Found > 0 || report.Unreadable > 0)
        {
            Log.Found(logger, report.Platform, report.Account, report.Found, report.Compared, report.Unreadable);
        }
    }

    private async Task<SweepReport> UseAsync(
        string partition, HistoryPage page, SweepReport report, CancellationToken cancellationToken)
    {
        HistoryItem[] due = [.. page.Items.Where(item => item.Message.SentAt <= report.Until)];
        var (toSend, found) = await ledger.TakeAsync(partition, await MissingAsync(due, cancellationToken), cancellationToken);
        if (toSend.Count > 0)
        {
            await bus.SendAsync(Entities.Captured, [.. toSend.Select(Envelope.Wrap)], cancellationToken);
        }

        if (page.CompleteBefore is { } complete)
        {
            // A platform with much to tell need not begin again after a failure.
            var reached = complete < report.Until ? complete : report.Until;
            await ledger.UpdateAsync(
                partition, state => state with { SweptUntil = Later(state.SweptUntil, reached) }, cancellationToken);
        }

        return report with
        {
            Compared = report.Compared + due.Length,
            Found = report.Found + found,
            Sent = report.Sent + toSend.Count,
            Unreadable = report.Unreadable + page.Unreadable,
        };
    }

    private async Task<IReadOnlyList<MessageCaptured>> MissingAsync(
        IReadOnlyList<HistoryItem> items, CancellationToken cancellationToken)
    {
        List<MessageCaptured> missing = [];
        foreach (var conversation in items.GroupBy(item => item.Message.Conversation.Key, StringComparer.Ordinal))
        {
            var recorded = await RecordedIds.ReadAsync(
                tables, conversation.Key, conversation.Min(item => item.Alike?.Since ?? item.Message.SentAt), cancellationToken);
            foreach (var item in conversation.Where(item => !recorded.Has(item)))
            {
                // The platform still tells what was erased here: it is not missing, and not written down either.
                if (erased is null || !await erased.RefusesAsync(item.Message, null, cancellationToken))
                {
                    missing.Add(item.Message);
                }
            }
        }

        return missing;
    }

    // What waits to be recorded cannot be told from what is missing.
    private async Task<string?> BacklogAsync(CancellationToken cancellationToken)
    {
        var depths = await status.ReadDepthsAsync(cancellationToken);
        var waiting = depths.Where(depth => depth.Source == Entities.Captured).Sum(depth => depth.Active);
        return waiting > options.Value.MaxBacklog
            ? FormattableString.Invariant($"Put off: {waiting} messages wait to be recorded, and a sweep is made with at most {options.Value.MaxBacklog}.")
            : null;
    }

    private static DateTimeOffset Earliest(DateTimeOffset from, params ReadOnlySpan<DateTimeOffset?> others)
    {
        foreach (var other in others)
        {
            from = other < from ? other.Value : from;
        }

        return from;
    }

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The history of {Platform}/{Account} could not be read to its end; the next sweep goes on: {Reason}")]
        public static partial void Failed(ILogger logger, string platform, string account, string reason);

        [LoggerMessage(2, LogLevel.Warning,
            "{Platform}/{Account}: {Found} of {Compared} happenings had not come by webhook and were fetched; {Unreadable} could not be read.")]
        public static partial void Found(
            ILogger logger, string platform, string account, int found, int compared, int unreadable);
    }
}
