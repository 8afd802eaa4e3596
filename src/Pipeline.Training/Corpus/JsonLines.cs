using System.IO.Compression;

namespace Pipeline.Training.Corpus;

/// <summary>The lines of a file of JSON Lines, blank ones left out.</summary>
internal static class JsonLines
{
    public static IEnumerable<(int Number, string Text)> Read(string file)
    {
        using var stream = File.OpenRead(file);
        using var reader = new StreamReader(
            file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return (number, line);
            }
        }
    }
}
