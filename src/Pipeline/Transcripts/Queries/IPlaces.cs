namespace Pipeline.Transcripts.Queries;

/// <summary>Places of conversations in the order of every list: see <see cref="Ports.NewestFirst"/>. Used by one caller at a time.</summary>
internal interface IPlaces
{
    /// <summary>The first place at or after one, which is never before the one asked for last; null when there is none.</summary>
    ValueTask<string?> SeekAsync(string from, CancellationToken cancellationToken);

    /// <summary>How many rows of tables were read so far.</summary>
    int RowsRead { get; }
}
