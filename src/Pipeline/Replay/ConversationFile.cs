using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Pipeline.Replay;

/// <summary>
/// Reads files of conversations: one JSON object a line (<c>.jsonl</c>), compressed or not (<c>.jsonl.gz</c>). A conversation in which
/// nobody said anything is passed over.
/// </summary>
public static class ConversationFile
{
    /// <summary>Reads a file, one conversation after another.</summary>
    /// <exception cref="ConversationFileException">The file cannot be opened, or a line is not a conversation.</exception>
    public static async IAsyncEnumerable<RecordedConversation> ReadAsync(
        string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = Open(path);
        await using var content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(file, CompressionMode.Decompress)
            : (Stream)file;
        await foreach (var conversation in ReadAsync(content, Path.GetFileName(path), cancellationToken))
        {
            yield return conversation;
        }
    }

    /// <summary>Reads an uncompressed stream.</summary>
    /// <param name="content">The lines, in UTF-8.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ConversationFileException">A line is not a conversation.</exception>
    public static async IAsyncEnumerable<RecordedConversation> ReadAsync(
        Stream content, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(content);
        for (var number = 1; await ReadLineAsync(reader, name, cancellationToken) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line) && Parse(line, $"{name}, line {number}") is { } conversation)
            {
                yield return conversation;
            }
        }
    }

    private static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConversationFileException($"The file '{path}' cannot be read: {exception.Message}", exception);
        }
    }

    private static async Task<string?> ReadLineAsync(StreamReader reader, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(cancellationToken);
        }
        catch (InvalidDataException exception)
        {
            throw new ConversationFileException($"{name} ends in .gz but is not a gzip file, or is cut off.", exception);
        }
    }

    private static RecordedConversation? Parse(string line, string place)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return new ConversationLine(json.RootElement, place).Read();
        }
        catch (JsonException exception)
        {
            throw new ConversationFileException($"{place}: not JSON (at byte {exception.BytePositionInLine}).", exception);
        }
    }
}
