using System.Buffers.Binary;

namespace Pipeline.Sqlite.Tables;

/// <summary>
/// The keys of rows as bytes whose order is the order of (table, partition, row): the table's number, the partition key, a zero (no key
/// holds
/// one), the row key. Texts are CESU-8: every UTF-16 unit on its own, so that the order of bytes is the order of UTF-16 units, as Azure
/// orders keys; that of UTF-8 differs from it beyond the basic plane.
/// </summary>
internal static class RowKeys
{
    /// <summary>The key of a row, or of a bound to compare rows with.</summary>
    public static byte[] Of(int table, string partitionKey, string rowKey)
    {
        var key = new byte[4 + Length(partitionKey) + 1 + Length(rowKey)];
        BinaryPrimitives.WriteInt32BigEndian(key, table);
        var end = Write(partitionKey, key, 4);
        key[end] = 0;
        Write(rowKey, key, end + 1);
        return key;
    }

    /// <summary>The key after all rows of a partition.</summary>
    public static byte[] AfterPartition(int table, string partitionKey)
    {
        var key = Of(table, partitionKey, "");
        key[^1] = 1;
        return key;
    }

    /// <summary>The key before all rows of a table.</summary>
    public static byte[] BeforeTable(int table)
    {
        var key = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(key, table);
        return key;
    }

    /// <summary>The partition key and the row key within a key.</summary>
    public static (string PartitionKey, string RowKey) Parts(ReadOnlySpan<byte> key)
    {
        var end = 4 + key[4..].IndexOf((byte)0);
        return (RowKey(key[..end], 4), RowKey(key, end + 1));
    }

    /// <summary>The row key within a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="start">Where the row key starts: the length of the key of an empty row key.</param>
    public static string RowKey(ReadOnlySpan<byte> key, int start)
    {
        Span<char> text = stackalloc char[key.Length - start];
        var length = 0;
        for (var index = start; index < key.Length; length++)
        {
            int first = key[index];
            if (first < 0x80)
            {
                text[length] = (char)first;
                index++;
            }
            else if (first < 0xE0)
            {
                text[length] = (char)(((first & 0x1F) << 6) | (key[index + 1] & 0x3F));
                index += 2;
            }
            else
            {
                text[length] = (char)(((first & 0x0F) << 12) | ((key[index + 1] & 0x3F) << 6) | (key[index + 2] & 0x3F));
                index += 3;
            }
        }

        return new string(text[..length]);
    }

    private static int Length(string text)
    {
        var length = 0;
        foreach (var unit in text)
        {
            length += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
        }

        return length;
    }

    private static int Write(string text, Span<byte> key, int at)
    {
        foreach (int unit in text)
        {
            if (unit < 0x80)
            {
                key[at++] = (byte)unit;
            }
            else if (unit < 0x800)
            {
                key[at++] = (byte)(0xC0 | (unit >> 6));
                key[at++] = (byte)(0x80 | (unit & 0x3F));
            }
            else
            {
                key[at++] = (byte)(0xE0 | (unit >> 12));
                key[at++] = (byte)(0x80 | ((unit >> 6) & 0x3F));
                key[at++] = (byte)(0x80 | (unit & 0x3F));
            }
        }

        return at;
    }
}
