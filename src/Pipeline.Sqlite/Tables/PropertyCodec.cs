using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Tables;

/// <summary>
/// Properties of a row as bytes: for each its name, a byte for its type, and the value, so that types come back as they were.
/// </summary>
internal static class PropertyCodec
{
    private const byte TextType = 1;
    private const byte FalseType = 2;
    private const byte TrueType = 3;
    private const byte Int32Type = 4;
    private const byte Int64Type = 5;
    private const byte DoubleType = 6;
    private const byte TimeType = 7;

    [ThreadStatic]
    private static ByteWriter? _writer;

    /// <summary>Encodes the properties; those that are null are left out.</summary>
    /// <exception cref="ArgumentException">A value is of a type that tables do not hold.</exception>
    public static byte[] Encode(IReadOnlyDictionary<string, object> properties)
    {
        var writer = _writer ??= new ByteWriter();
        writer.Clear();
        foreach (var (name, value) in properties)
        {
            if (value is not null)
            {
                writer.Text(name);
                Write(writer, name, value);
            }
        }

        return writer.Written.ToArray();
    }

    /// <summary>Decodes the properties.</summary>
    public static Dictionary<string, object> Decode(ReadOnlySpan<byte> bytes)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        var reader = new ByteReader(bytes);
        while (reader.Remaining > 0)
        {
            properties.Add(reader.Name(), Read(ref reader));
        }

        return properties;
    }

    private static void Write(ByteWriter writer, string name, object value)
    {
        switch (value)
        {
            case string text:
                writer.Byte(TextType);
                writer.Text(text);
                break;
            case bool flag:
                writer.Byte(flag ? TrueType : FalseType);
                break;
            case int number:
                writer.Byte(Int32Type);
                writer.Number((uint)number);
                break;
            case long number:
                writer.Byte(Int64Type);
                writer.Fixed(number);
                break;
            case double number:
                writer.Byte(DoubleType);
                writer.Fixed(BitConverter.DoubleToInt64Bits(number));
                break;
            case DateTimeOffset time:
                writer.Byte(TimeType);
                writer.Fixed(time.UtcTicks);
                break;
            default:
                throw new ArgumentException($"Property '{name}' is a {value.GetType().Name}, which no table holds.", nameof(value));
        }
    }

    private static object Read(ref ByteReader reader) => reader.Byte() switch
    {
        TextType => reader.Text(),
        FalseType => false,
        TrueType => true,
        Int32Type => (int)reader.Number(),
        Int64Type => reader.Fixed(),
        DoubleType => BitConverter.Int64BitsToDouble(reader.Fixed()),
        TimeType => new DateTimeOffset(reader.Fixed(), TimeSpan.Zero),
        var type => throw new InvalidDataException($"A row has a property of the unknown type {type}: the file is damaged."),
    };
}
