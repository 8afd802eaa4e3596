using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Pipeline.Suggestions.Editing;

/// <summary>Reads a file of the program's own texts: a JSON array. They are reviewed where the program is, so they come approved.</summary>
internal static class SeedFile
{
    /// <summary>Reads the file as it is built into the program.</summary>
    public static IReadOnlyList<T> ReadEmbedded<TText, T>(EditedTable<TText, T> table, JsonTypeInfo<List<TText>> list, string fileName)
        where TText : EditedText
        where T : class, IEdited<TText>
    {
        using var content = typeof(SeedFile).Assembly.GetManifestResourceStream(fileName)
            ?? throw new InvalidOperationException($"The program was built without {fileName}.");
        return Read(table, list, content, fileName);
    }

    /// <summary>Reads and checks every text.</summary>
    /// <exception cref="InvalidTextException">A text is wrong, or its id is there twice; the message names file, text and field.</exception>
    /// <exception cref="InvalidDataException">It is no such file; the message names file, line and path.</exception>
    public static IReadOnlyList<T> Read<TText, T>(
        EditedTable<TText, T> table, JsonTypeInfo<List<TText>> list, Stream content, string fileName)
        where TText : EditedText
        where T : class, IEdited<TText>
    {
        List<TText> written;
        try
        {
            written = JsonSerializer.Deserialize(content, list) ?? [];
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(
                $"{fileName} is not an array of {table.Kind}s: line {exception.LineNumber + 1}, at {exception.Path ?? "$"}.", exception);
        }

        List<T> texts = [.. written.Select(text => table.Check(Approved(text), fileName))];
        var twice = texts.GroupBy(text => text.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is null ? texts : throw table.Wrong(fileName, twice, "id", "another of the file has it already.");
    }

    private static TText Approved<TText>(TText text)
        where TText : EditedText => text.Author is null
        ? text with { Author = EditingColumns.Program, ApprovedBy = EditingColumns.ProgramReview }
        : text;
}
