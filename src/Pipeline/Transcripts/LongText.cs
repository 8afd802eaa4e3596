using System.Globalization;
using System.Text;
using Pipeline.Ports;

namespace Pipeline.Transcripts;

/// <summary>Keeps a text of any length in string properties, each under the limit of a table: Name, Name2, Name3 …</summary>
internal static class LongText
{
    private const int ChunkLength = 30_000;

    public static void Put(Dictionary<string, object> properties, string name, string text)
    {
        properties[name] = text.Length <= ChunkLength ? text : text[..ChunkLength];
        for (var (start, part) = (ChunkLength, 2); start < text.Length; start += ChunkLength, part++)
        {
            properties[Name(name, part)] = text[start..Math.Min(text.Length, start + ChunkLength)];
        }
    }

    public static string Get(TableRow row, string name)
    {
        var first = row.Text(name) ?? "";
        if (row.Text(Name(name, 2)) is not { } second)
        {
            return first;
        }

        var text = new StringBuilder(first).Append(second);
        for (var part = 3; row.Text(Name(name, part)) is { } next; part++)
        {
            text.Append(next);
        }

        return text.ToString();
    }

    private static string Name(string name, int part) => name + part.ToString(CultureInfo.InvariantCulture);
}
