using System.Diagnostics;

namespace Pipeline.Transcripts.Index;

/// <summary>
/// Waits for whoever is at work on the projections of a conversation. Messages of a backlog reach its rows from many workers at once; each that wrote
/// the projections in spite of the others would make all the others write them again.
/// </summary>
internal sealed class ProjectionHold(IndexRows rows, TimeSpan patience)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// The entry once nobody holds it, or once the same hold has stood for longer than anybody's work takes: its holder is taken to have died. If it
    /// has not, it will find that the entry has changed, and begin anew.
    /// </summary>
    public async Task<IndexEntry?> FreeAsync(string conversationKey, CancellationToken cancellationToken)
    {
        var entry = await rows.ReadAsync(conversationKey, cancellationToken);
        var since = Stopwatch.GetTimestamp();
        var pause = FirstPause;
        while (entry is { Held: true } && Stopwatch.GetElapsedTime(since) < patience)
        {
            // Not the host's clock: it is work of other threads and machines that is waited for, not a time of day.
            await Task.Delay(pause, TimeProvider.System, cancellationToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            var read = await rows.ReadAsync(conversationKey, cancellationToken);
            if (read?.ETag != entry.ETag)
            {
                since = Stopwatch.GetTimestamp();
            }

            entry = read;
        }

        return entry;
    }
}
