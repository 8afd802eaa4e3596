using System.Globalization;

namespace Pipeline.Sqlite.Tables;

/// <summary>The version of a row as the text that callers compare.</summary>
internal static class ETags
{
    /// <summary>The ETag of a version.</summary>
    public static string Of(long version) => version.ToString("x", CultureInfo.InvariantCulture);
}
