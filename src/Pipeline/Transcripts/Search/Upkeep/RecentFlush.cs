using Pipeline.Ports;

namespace Pipeline.Transcripts.Search.Upkeep;

/// <summary>
/// Makes a segment of recent rows. Its rows are written first, where nobody reads them; then, in one batch, the segment counts and the older versions
/// of its conversations count no more; then the recent rows go, unless they have changed. Stopped anywhere, it is done again from the beginning.
/// </summary>
internal sealed class RecentFlush(ITables tables, TimeProvider clock, SearchSizes sizes)
{
    private const int MaxTries = 5;

    private readonly SearchStateStore _store = new(tables);
    private readonly SegmentRows _segments = new(tables, sizes);
    private readonly StandingPlaces _places = new(tables);

    /// <summary>Makes a segment of recent rows, if there are at least so many.</summary>
    /// <returns>How many recent rows were worked off.</returns>
    public async Task<int> RunAsync(int atLeast, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var rows = await RowsAsync(sizes.FlushAtMost, cancellationToken);
            if (rows.Count == 0 || rows.Count < atLeast)
            {
                return 0;
            }

            if (await TryAsync([.. rows.Select(RecentConversation.Read)], cancellationToken))
            {
                await RowRemoval.DeleteAsync(tables, rows, sameVersion: true, cancellationToken);
                return rows.Count;
            }
        }

        // Others work on the same rows: theirs to finish.
        return 0;
    }

    private async Task<List<TableRow>> RowsAsync(int atMost, CancellationToken cancellationToken)
    {
        var rows = new List<TableRow>();
        await foreach (var row in tables.ReadAllAsync(
            TableNames.Search, new TableQuery(RecentConversation.Partition, MaxRows: Math.Min(atMost, TableQuery.MaxPage)), cancellationToken))
        {
            rows.Add(row);
            if (rows.Count == atMost)
            {
                break;
            }
        }

        return rows;
    }

    private async Task<bool> TryAsync(RecentConversation[] recent, CancellationToken cancellationToken)
    {
        var id = (await _store.ChangeAsync(
            state => state with { Next = state.Next + 1, Pending = [.. state.Pending, new(state.Next, clock.GetUtcNow())] },
            cancellationToken)).State.Next;
        var index = await _store.ReadAsync(cancellationToken);
        var places = await _places.ReadAsync(recent.Select(conversation => conversation.Place.Key), cancellationToken);
        var plan = await PlanAsync(recent, places, index, cancellationToken);
        var segment = plan.Added.Count > 0 ? await _segments.WriteAsync(id, plan.Added, cancellationToken) : null;
        if (await _places.TryWriteAsync(Wider(plan.Added, places), cancellationToken) is { } written
            && await TryCommitAsync(id, segment, plan.Gone, index, cancellationToken))
        {
            await NarrowAsync(plan, places, written, cancellationToken);
            return true;
        }

        await new SegmentDisposal(tables, clock).AbandonAsync(id, cancellationToken);
        return false;
    }

    private async Task<FlushPlan> PlanAsync(
        RecentConversation[] recent, Dictionary<string, StandingPlace> places, IndexReading index, CancellationToken cancellationToken)
    {
        var (plan, versions) = (new FlushPlan(), new StandingVersions(tables, index));
        foreach (var conversation in recent)
        {
            var standing = places.TryGetValue(conversation.Place.Key, out var place) ? await versions.FindAsync(place, cancellationToken) : [];
            if (conversation.Terms is null)
            {
                plan.Removed.Add(conversation.Place.Key);
            }
            else if (standing is [var only] && only.Document == new Segments.SegmentDocument(conversation.Place, conversation.Hash))
            {
                continue;
            }
            else
            {
                plan.Added.Add(conversation);
            }

            plan.Gone.AddRange(standing);
        }

        plan.Added.Sort((left, right) => left.Place.CompareTo(right.Place));
        return plan;
    }

    // Every row is written, changed or not: who would forget it, having read it before, then finds another version.
    private static IEnumerable<StandingPlace> Wider(List<RecentConversation> added, Dictionary<string, StandingPlace> places) => added
        .Select(conversation => places.TryGetValue(conversation.Place.Key, out var place)
            ? place with { Times = [.. place.Times.Union([conversation.Place.Time])] }
            : new StandingPlace(conversation.Place.Key, [conversation.Place.Time], null));

    private async Task<bool> TryCommitAsync(
        int id, SegmentInfo? segment, List<StandingVersion> gone, IndexReading index, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var now = await _store.ReadAsync(cancellationToken);
            if (!now.State.Segments.SequenceEqual(index.State.Segments) || now.State.Pending.All(work => work.Id != id))
            {
                // What was looked up may not hold any more.
                return false;
            }

            var marks = gone.GroupBy(version => version.Segment).ToDictionary(
                group => group.Key,
                group => (int[])[.. (now.Gone.GetValueOrDefault(group.Key) ?? []).Union(group.Select(version => version.Ordinal)).Order()]);
            var after = now.State with
            {
                Segments =
                [
                    .. now.State.Segments.Select(standing => marks.TryGetValue(standing.Id, out var mark) ? standing with { Gone = mark.Length } : standing),
                    .. segment is null ? [] : new[] { segment },
                ],
                Pending = [.. now.State.Pending.Where(work => work.Id != id)],
            };
            if (await _store.TryWriteAsync(now, after, marks, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    // Places at which nothing stands any more are forgotten; should that fail they do no harm.
    private async Task NarrowAsync(
        FlushPlan plan, Dictionary<string, StandingPlace> read, Dictionary<string, StandingPlace> written, CancellationToken cancellationToken)
    {
        var narrow = plan.Added
            .Where(conversation => written[conversation.Place.Key].Times.Count > 1)
            .Select(conversation => written[conversation.Place.Key] with { Times = [conversation.Place.Time] })
            .Concat(plan.Removed.Where(read.ContainsKey).Select(key => read[key] with { Times = [] }));
        foreach (var place in narrow)
        {
            await _places.TryWriteAsync([place], cancellationToken);
        }
    }

    private sealed class FlushPlan
    {
        public List<RecentConversation> Added { get; } = [];

        public List<string> Removed { get; } = [];

        public List<StandingVersion> Gone { get; } = [];
    }
}
