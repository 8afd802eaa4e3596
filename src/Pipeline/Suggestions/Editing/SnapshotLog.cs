using Microsoft.Extensions.Logging;

namespace Pipeline.Suggestions.Editing;

/// <summary>What loading a library tells the log.</summary>
internal static partial class SnapshotLog
{
    [LoggerMessage(1, LogLevel.Warning, "Table {Table} could not be read again; what is in memory stays in use until the next try.")]
    public static partial void NotRefreshed(ILogger logger, string table, Exception exception);

    [LoggerMessage(
        2, LogLevel.Warning, "{Language}/{Id} is left out: its field {Field} is not valid. Correct the row in table {Table}.")]
    public static partial void BadText(ILogger logger, string language, string id, string field, string table);
}
