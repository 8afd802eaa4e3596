namespace Pipeline.Ports;

/// <summary>One change of a batch.</summary>
/// <param name="RowKey">The row that is changed.</param>
public abstract record TableChange(string RowKey)
{
    /// <summary>Adds a row; fails with <see cref="TableConflict.RowExists"/> when it is there.</summary>
    public sealed record Insert(TableRow Row) : TableChange(Row.RowKey);

    /// <summary>
    /// Replaces a row whole; fails with <see cref="TableConflict.RowChanged"/> when its ETag is another one, or with
    /// <see cref="TableConflict.RowMissing"/> when it is not there.
    /// </summary>
    /// <param name="Row">The new row.</param>
    /// <param name="ETag">The ETag the row must still have.</param>
    public sealed record Replace(TableRow Row, string ETag) : TableChange(Row.RowKey);

    /// <summary>Writes a row whole, whether it is there or not.</summary>
    public sealed record Upsert(TableRow Row) : TableChange(Row.RowKey);

    /// <summary>Removes a row; with an ETag it must still have it. A row that is not there fails with <see cref="TableConflict.RowMissing"/>.</summary>
    /// <param name="RowKey">The row to remove.</param>
    /// <param name="ETag">The ETag the row must still have; null for any.</param>
    public sealed record Delete(string RowKey, string? ETag = null) : TableChange(RowKey);
}

/// <summary>Why a batch was refused.</summary>
public enum TableConflict
{
    /// <summary>An insert found the row there already (409).</summary>
    RowExists,

    /// <summary>The row has another ETag than the change expected (412).</summary>
    RowChanged,

    /// <summary>The row that should be replaced or removed is not there (404).</summary>
    RowMissing,
}

/// <summary>A batch was refused as a whole because of one change; nothing was written.</summary>
public sealed class TableConflictException(TableConflict conflict, int index, string rowKey)
    : Exception($"The batch was refused: change {index} on row '{rowKey}' met {conflict}.")
{
    /// <summary>What the change met.</summary>
    public TableConflict Conflict { get; } = conflict;

    /// <summary>The index of the change in the batch.</summary>
    public int Index { get; } = index;
}
