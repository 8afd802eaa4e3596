namespace Pipeline.Transcripts.Queries;

/// <summary>
/// The places that several have in common: each goes on to where the farthest stands, so that the rarest leads. All have the same order.
/// </summary>
internal sealed class CommonPlaces(IReadOnlyList<IPlaces> all)
{
    /// <summary>How many rows of tables were read so far.</summary>
    public int RowsRead => all.Sum(places => places.RowsRead);

    /// <summary>How far it has looked: what is common lies at it or after.</summary>
    public string Reached { get; private set; } = "";

    /// <summary>The first common place at or after one; null when there is none, or so many rows were read before one was found.</summary>
    /// <param name="from">Where to begin.</param>
    /// <param name="mostRows">The most rows to have read in all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The place, and whether nothing at all follows.</returns>
    public async ValueTask<(string? Place, bool Ended)> NextAsync(string from, int mostRows, CancellationToken cancellationToken)
    {
        Reached = from;
        var agreed = 0;
        for (var index = 0; agreed < all.Count; index = (index + 1) % all.Count)
        {
            if (RowsRead > mostRows)
            {
                return (null, false);
            }

            if (await all[index].SeekAsync(Reached, cancellationToken) is not { } place)
            {
                return (null, true);
            }

            agreed = place == Reached ? agreed + 1 : 1;
            Reached = place;
        }

        return (Reached, false);
    }
}
