using Pipeline.Ports;

namespace Pipeline.AzureServices.Tables;

/// <summary>What a refused transaction met, from the answer of Table storage ("Table storage error codes").</summary>
public static class TableConflicts
{
    /// <summary>The conflict of a refused transaction; null when the refusal is another failure.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="errorCode">The error code of the service.</param>
    /// <param name="index">The change that met it; null when the service did not tell.</param>
    /// <param name="changes">The changes of the transaction.</param>
    public static TableConflictException? Of(int status, string? errorCode, int? index, IReadOnlyList<TableChange> changes)
    {
        TableConflict? conflict = (status, errorCode) switch
        {
            (409, "EntityAlreadyExists") => TableConflict.RowExists,
            (412, _) => TableConflict.RowChanged,
            (404, "ResourceNotFound" or "EntityNotFound") => TableConflict.RowMissing,
            _ => null,
        };
        var at = index is { } told && told >= 0 && told < changes.Count ? told : 0;
        return conflict is { } met ? new TableConflictException(met, at, changes[at].RowKey) : null;
    }
}
