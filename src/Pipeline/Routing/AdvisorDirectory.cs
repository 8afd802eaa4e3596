using System.Collections.Concurrent;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Routing.Capacity;

namespace Pipeline.Routing;

/// <summary>
/// The advisors and the places they have left. A place is claimed on the advisor's own row under its ETag, so that nobody holds more than
/// their capacity however many instances claim at once.
/// </summary>
public sealed class AdvisorDirectory(ITables tables, TimeProvider clock)
{
    // Each try meets at most the writers of one row; with a pause that grows, so many were never needed by far (docs/capacity.md).
    private const int MaxTries = 200;

    private const int TriesOnOldPicture = 3;

    private const int LongestPauseMilliseconds = 64;

    // What is chosen from is claimed under its ETag: an old picture costs a second try, never a place too many.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    // A row that has not changed says what it said: it is not read through again.
    private readonly ConcurrentDictionary<string, Advisor> _known = new(StringComparer.Ordinal);

    private volatile Picture? _picture;

    /// <summary>All advisors as they are now: one partition, one query.</summary>
    public async Task<IReadOnlyList<Advisor>> ReadAsync(CancellationToken cancellationToken)
    {
        var readAt = clock.GetTimestamp();
        var advisors = new List<Advisor>();
        await foreach (var row in tables.ReadAllAsync(TableNames.Advisors, new TableQuery(Advisor.Partition), cancellationToken))
        {
            advisors.Add(Known(row));
        }

        _picture = new Picture(advisors, readAt);
        return advisors;
    }

    /// <summary>
    /// All advisors as they were at most two seconds ago, with what this instance wrote since; null when no picture is so recent.
    /// </summary>
    public IReadOnlyList<Advisor>? Recent =>
        _picture is { } picture && clock.GetElapsedTime(picture.ReadAt) < Fresh ? picture.Advisors : null;

    /// <summary>One advisor as they are now; null when there is none of this id.</summary>
    public async Task<Advisor?> FindAsync(string id, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Advisors, Advisor.Partition, id, cancellationToken) is { } row ? Shown(Known(row)) : null;

    /// <summary>
    /// Chooses by <see cref="AdvisorChoice"/> and claims a place. When the chosen row changed meanwhile, that row alone is read again and
    /// the choice made anew.
    /// </summary>
    /// <param name="advisors">The advisors as they were a moment ago.</param>
    /// <param name="ask">What is asked.</param>
    /// <param name="heartbeatPatience">How long a heartbeat may fail to come.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The advisor who holds it now; null when nobody of them has room.</returns>
    public async Task<Advisor?> ClaimAsync(
        IReadOnlyList<Advisor> advisors, AdvisorAsk ask, TimeSpan heartbeatPatience, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (AdvisorChoice.Of(advisors, ask, clock.GetUtcNow(), heartbeatPatience) is not { } chosen)
            {
                return null;
            }

            // That they hold it already an old picture may say wrongly.
            if (!chosen.Holds(ask.Conversation)
                && await TryWriteAsync(chosen.With(ask.Conversation, ask.Effort, clock.GetUtcNow()), cancellationToken) is { } written)
            {
                return written;
            }

            if (attempt > 0)
            {
                await PauseAsync(ask.Conversation, attempt, cancellationToken);
            }

            // Now and then somebody was quicker; often means that the whole picture is old.
            if (attempt == TriesOnOldPicture)
            {
                advisors = await ReadAsync(cancellationToken);
                continue;
            }

            var now = await FindAsync(chosen.Profile.Id, cancellationToken);
            if (now?.Holds(ask.Conversation) == true)
            {
                return now;
            }

            advisors = [.. advisors.Where(advisor => !ReferenceEquals(advisor, chosen)), .. now is null ? [] : new[] { now }];
        }

        throw new InvalidOperationException($"No place could be claimed for '{ask.Conversation}': the rows changed under each of {MaxTries} tries.");
    }

    /// <summary>Gives back the place that a conversation has with an advisor; where it has none, nothing is changed.</summary>
    /// <returns>The advisor as they are now; null when there is none of this id.</returns>
    public Task<Advisor?> ReleaseAsync(string conversationKey, string advisorId, CancellationToken cancellationToken) => ChangeHolderAsync(
        conversationKey, advisorId, advisor => advisor.Holds(conversationKey) ? advisor.Without(conversationKey) : advisor, cancellationToken);

    /// <summary>Changes how much of an advisor's capacity a conversation takes that they hold, as far as there is room.</summary>
    public Task WeighAsync(string conversationKey, string advisorId, double effort, CancellationToken cancellationToken) =>
        ChangeHolderAsync(conversationKey, advisorId, advisor => advisor.Weighed(conversationKey, effort), cancellationToken);

    /// <summary>Changes an advisor's row, again and again on the row as it is then, until nobody else changed it meanwhile.</summary>
    /// <param name="advisor">The advisor as they were a moment ago.</param>
    /// <param name="change">What is changed; it may be made several times. Who is given back as they were is not written.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The advisor as they are; null when there is none of this id any more.</returns>
    public async Task<Advisor?> ChangeAsync(Advisor advisor, Func<Advisor, Advisor> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var changed = change(advisor);
            if (ReferenceEquals(changed, advisor))
            {
                return advisor;
            }

            if (await TryWriteAsync(changed, cancellationToken) is { } written)
            {
                return written;
            }

            await PauseAsync(advisor.Profile.Id, attempt, cancellationToken);
            if (await FindAsync(advisor.Profile.Id, cancellationToken) is not { } now)
            {
                return null;
            }

            advisor = now;
        }

        throw new InvalidOperationException($"The row of '{advisor.Profile.Id}' changed under each of {MaxTries} tries.");
    }

    /// <summary>Writes an advisor as they were read and then changed.</summary>
    /// <returns>The advisor with the new version; null when the row changed meanwhile.</returns>
    public async Task<Advisor?> TryWriteAsync(Advisor advisor, CancellationToken cancellationToken)
    {
        var row = advisor.ToRow();
        try
        {
            var versions = await tables.ApplyAsync(
                TableNames.Advisors,
                Advisor.Partition,
                [advisor.ETag is { } etag ? new TableChange.Replace(row, etag) : new TableChange.Insert(row)],
                cancellationToken);
            return Shown(_known[advisor.Profile.Id] = advisor with { ETag = versions[0] });
        }
        catch (TableConflictException)
        {
            return null;
        }
    }

    // What the picture shows is changed under its version; that somebody does not hold a conversation it may say wrongly.
    private async Task<Advisor?> ChangeHolderAsync(
        string conversationKey, string advisorId, Func<Advisor, Advisor> change, CancellationToken cancellationToken)
    {
        var shown = _picture?.Advisors.FirstOrDefault(advisor => advisor.Profile.Id == advisorId);
        return (shown?.Holds(conversationKey) == true ? shown : await FindAsync(advisorId, cancellationToken)) is { } holder
            ? await ChangeAsync(holder, change, cancellationToken)
            : null;
    }

    private Advisor Known(TableRow row) => _known.TryGetValue(row.RowKey, out var known) && known.ETag == row.ETag
        ? known
        : _known[row.RowKey] = AdvisorRow.Read(row);

    // Of two writers of the picture one may be lost: it is a picture, and made anew in two seconds.
    private Advisor Shown(Advisor now)
    {
        if (_picture is { } picture)
        {
            _picture = picture with { Advisors = [.. picture.Advisors.Select(advisor => advisor.Profile.Id == now.Profile.Id ? now : advisor)] };
        }

        return now;
    }

    // By a hash and not by chance, so that those who met once do not meet again in step.
    private Task PauseAsync(string key, int attempt, CancellationToken cancellationToken)
    {
        var most = (ulong)Math.Min(1 << Math.Min(attempt, 10), LongestPauseMilliseconds);
        return Task.Delay(TimeSpan.FromMilliseconds(StableHash.Of($"{key}|{attempt}") % most), clock, cancellationToken);
    }

    private sealed record Picture(IReadOnlyList<Advisor> Advisors, long ReadAt);
}
