using System.Buffers.Text;
using System.Text;

namespace Pipeline.AzureServices.Tables;

/// <summary>
/// Where the next page of a scan starts: the service's own token, which names the next row, and the table it is of. A row that is written just
/// before that one is missed, as a scan may; a filter of our own that names the last row would have the service look at every row before it.
/// </summary>
public static class ScanContinuation
{
    private const int MostShown = 100;

    /// <summary>The continuation after a page; null when the service has no more.</summary>
    public static string? Write(string table, string? serviceToken) => string.IsNullOrEmpty(serviceToken)
        ? null
        : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Prefix(table) + serviceToken));

    /// <summary>The service's token; null for the first page.</summary>
    /// <exception cref="FormatException">The continuation was not made by <see cref="Write"/> for the same table.</exception>
    public static string? Read(string table, string? continuation)
    {
        if (continuation is null)
        {
            return null;
        }

        return Base64Url.IsValid(continuation)
            && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(continuation)) is var text
            && text.StartsWith(Prefix(table), StringComparison.Ordinal)
            ? text[Prefix(table).Length..]
            : throw new FormatException(
                $"'{(continuation.Length > MostShown ? continuation[..MostShown] + "…" : continuation)}' is no continuation of a scan of {table}: "
                + "pass the one of the page before, or none to start anew.");
    }

    private static string Prefix(string table) => $"scan {table.ToUpperInvariant()} ";
}
