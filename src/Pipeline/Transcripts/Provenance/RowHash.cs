using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Provenance;

/// <summary>
/// The hash of a row: SHA-256 over its keys and every property, by name. Each part goes in with its length, each value with its type, so that no two
/// rows are the same bytes. The ETag is no part of it: the tables give it anew with every write.
/// </summary>
internal static class RowHash
{
    /// <summary>The hash, 32 bytes.</summary>
    public static byte[] Of(TableRow row) => Of(row.PartitionKey, row.RowKey, row.Properties);

    /// <summary>The hash of the row that a deletion of this message leaves: its place, and none of its content.</summary>
    public static byte[] OfEmptied(TableRow row)
    {
        var left = row.Properties
            .Where(property => !IsContent(property.Key))
            .ToDictionary(StringComparer.Ordinal);
        left["Text"] = "";
        return Of(row.PartitionKey, row.RowKey, left);
    }

    // What MessageRow does not write of a message that ConversationTimeline.Emptied made; a test holds the two together.
    private static bool IsContent(string name) => name is "Masked" or "Sentiment" or "Emotion" or "Valence" or "Scorer" or "Analysis"
        || name.StartsWith("Text", StringComparison.Ordinal)
        || name.StartsWith("Attachments", StringComparison.Ordinal);

    private static byte[] Of(string partitionKey, string rowKey, IReadOnlyDictionary<string, object> properties)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, partitionKey);
        Append(hash, rowKey);
        foreach (var (name, value) in properties.OrderBy(property => property.Key, StringComparer.Ordinal))
        {
            Append(hash, name);
            Append(hash, value);
        }

        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, object value)
    {
        switch (value)
        {
            case string text:
                Append(hash, 's', 0);
                Append(hash, text);
                break;
            case bool flag:
                Append(hash, 'b', flag ? 1 : 0);
                break;
            case int number:
                Append(hash, 'i', number);
                break;
            case long number:
                Append(hash, 'l', number);
                break;
            case double number:
                Append(hash, 'd', BitConverter.DoubleToInt64Bits(number));
                break;
            case DateTimeOffset time:
                Append(hash, 't', time.UtcTicks);
                break;
            default:
                throw new InvalidDataException($"A property of type {value.GetType().Name} is no value of a table.");
        }
    }

    private static void Append(IncrementalHash hash, char type, long value)
    {
        Span<byte> bytes = stackalloc byte[1 + sizeof(long)];
        bytes[0] = (byte)type;
        BinaryPrimitives.WriteInt64LittleEndian(bytes[1..], value);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
