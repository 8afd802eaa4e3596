using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Queries;

/// <summary>
/// Where a page of a query ended: the place from which the next one goes on, and nothing of how it was found, so that it stays right while
/// conversations come, and the next page may be found by another facet. A hash over the query and the place keeps it from being used for another one.
/// </summary>
internal static class QueryContinuation
{
    private const int HashLength = 16;

    // A place with its facet before it is a key.
    private const int MostPlace = 380;

    /// <summary>Writes it.</summary>
    public static string Write(TranscriptQuery query, string place) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(HashOf(query, place) + place));

    /// <summary>Reads it.</summary>
    /// <exception cref="FormatException">It is not one that was written for this query.</exception>
    public static string Read(TranscriptQuery query, string continuation)
    {
        try
        {
            if (continuation.Length <= 4 * TableLimits.MaxKeyLength
                && new UTF8Encoding(false, true).GetString(Base64Url.DecodeFromChars(continuation)) is { Length: >= HashLength and <= HashLength + MostPlace } text
                && text[..HashLength] == HashOf(query, text[HashLength..]))
            {
                return text[HashLength..];
            }
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            // Said below, in the words of the parameter.
        }

        throw new FormatException("The continuation is not one that this query returned.");
    }

    private static string HashOf(TranscriptQuery query, string place) => StableHash.Of(
        JsonSerializer.Serialize(query, PipelineJson.Default.TranscriptQuery) + "\n" + place).ToString("x16", CultureInfo.InvariantCulture);
}
