using System.Buffers.Text;
using System.Text;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Index;

/// <summary>How far re-indexing has come: through the conversations first, then through the index for those that are no more.</summary>
/// <param name="Bucket">The bucket of the index that is looked through; below 0 while the conversations are.</param>
/// <param name="Last">The last conversation that was done; empty before any.</param>
/// <param name="Scan">Where the table's next page starts; null for the first page.</param>
internal sealed record ReindexPlace(int Bucket, string Last, string? Scan)
{
    /// <summary>Where it begins.</summary>
    public static ReindexPlace Start { get; } = new(-1, "", null);

    /// <summary>Reads a continuation.</summary>
    /// <exception cref="FormatException">It is not one that <see cref="Write"/> wrote.</exception>
    public static ReindexPlace Read(string continuation)
    {
        try
        {
            if (new UTF8Encoding(false, true).GetString(Base64Url.DecodeFromChars(continuation)).Split('\n') is [var bucket, var last, var scan]
                && int.TryParse(bucket, out var number) && number >= -1 && number < IndexKeys.Buckets && last.Length <= TableLimits.MaxKeyLength)
            {
                return new(number, last, scan.Length == 0 ? null : scan);
            }
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            // Said below, in the words of the parameter.
        }

        throw new FormatException("The continuation is not one that re-indexing returned.");
    }

    /// <summary>Writes it.</summary>
    public string Write() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{Bucket}\n{Last}\n{Scan}")));
}
