using Pipeline.Ports;

namespace Pipeline.Transcripts.Search.Upkeep;

/// <summary>Deletes the rows of segments that are read no more, or never were.</summary>
internal sealed class SegmentDisposal(ITables tables, TimeProvider clock)
{
    private readonly SearchStateStore _store = new(tables);

    /// <summary>Gives up a segment that is being written, and deletes what is there.</summary>
    public async Task AbandonAsync(int id, CancellationToken cancellationToken)
    {
        await SegmentRows.DeleteAsync(tables, id, cancellationToken);
        await _store.ChangeAsync(state => Without(state, id), cancellationToken);
    }

    /// <summary>Gives up what others are writing, deletes all that is doomed, and forgets it.</summary>
    /// <param name="patience">How long a segment may be in the making.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RunAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var state = (await _store.ReadAsync(cancellationToken)).State;
        if (state.Pending.Any(work => now - work.Since >= patience))
        {
            await _store.ChangeAsync(
                current => current with
                {
                    Pending = [.. current.Pending.Where(work => now - work.Since < patience)],
                    Doomed = [.. current.Doomed, .. current.Pending.Where(work => now - work.Since >= patience).Select(work => work with { Since = now })],
                },
                cancellationToken);
            state = (await _store.ReadAsync(cancellationToken)).State;
        }

        foreach (var work in state.Doomed)
        {
            await SegmentRows.DeleteAsync(tables, work.Id, cancellationToken);
        }

        if (state.Doomed.Count > 0)
        {
            // A writer that was given up may write a little more before it finds out: its segment is swept until it surely has.
            var over = state.Doomed.Where(work => now - work.Since >= TranscriptSearchUpkeep.Patience).Select(work => work.Id).ToHashSet();
            if (over.Count == 0)
            {
                return;
            }

            await _store.ChangeAsync(
                current => current with { Doomed = [.. current.Doomed.Where(work => !over.Contains(work.Id))] }, cancellationToken);
        }
    }

    private static IndexState? Without(IndexState state, int id) => state.Pending.Any(work => work.Id == id)
        ? state with { Pending = [.. state.Pending.Where(work => work.Id != id)] }
        : null;
}
