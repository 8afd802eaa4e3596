using Pipeline.Ports;

namespace Pipeline.Transcripts.Search.Segments;

/// <summary>Bytes in a row: tables hold text, so they stand in base 64, over as many properties as they take.</summary>
internal static class RowBytes
{
    private const string Name = "Bytes";

    /// <summary>Puts bytes among the properties of a row.</summary>
    public static void Put(Dictionary<string, object> properties, ReadOnlySpan<byte> bytes) =>
        LongText.Put(properties, Name, Convert.ToBase64String(bytes));

    /// <summary>The bytes of a row.</summary>
    public static byte[] Get(TableRow row) => Convert.FromBase64String(LongText.Get(row, Name));
}
