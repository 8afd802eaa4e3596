using Microsoft.Extensions.Logging;

namespace Pipeline.Suggestions.Editing;

/// <summary>What planting tells the log.</summary>
internal static partial class SeedLog
{
    [LoggerMessage(1, LogLevel.Information, "Added {Count} texts to table {Table} in language {Language}.")]
    public static partial void Planted(ILogger logger, int count, string table, string language);
}
