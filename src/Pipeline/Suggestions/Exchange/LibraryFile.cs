using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Pipeline.Suggestions.Editing;

namespace Pipeline.Suggestions.Exchange;

/// <summary>
/// Writes texts as CSV or JSON and reads them back, equal. In JSON a file is an array of texts; in CSV a row is a text and a column a field,
/// lists with | between their entries.
/// </summary>
public static class LibraryFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Accents stay letters: people read and edit these files. They are never put in a page as they are.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The texts as JSON.</summary>
    public static byte[] WriteJson<TText>(IEnumerable<TText> texts, JsonTypeInfo<TText> type)
        where TText : EditedText
    {
        using var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content, Readable))
        {
            writer.WriteStartArray();
            foreach (var text in texts)
            {
                JsonSerializer.Serialize(writer, text, type);
            }

            writer.WriteEndArray();
        }

        return content.ToArray();
    }

    /// <summary>The texts as CSV, with the mark by which spreadsheets know UTF-8; a cell that would be a formula starts with an apostrophe.</summary>
    public static byte[] WriteCsv<TText>(IEnumerable<TText> texts, JsonTypeInfo<TText> type)
        where TText : EditedText
    {
        var columns = Columns(type);
        var csv = new StringBuilder("\uFEFF");
        CsvText.Write(csv, columns.Select(column => column.Name));
        foreach (var text in texts)
        {
            var fields = JsonSerializer.SerializeToNode(text, type)!.AsObject();
            CsvText.Write(csv, columns.Select(column => CsvCell.Write(fields[column.Name])));
        }

        return Utf8.GetBytes(csv.ToString());
    }

    /// <summary>Reads JSON.</summary>
    public static ReadFile<TText> ReadJson<TText>(ReadOnlyMemory<byte> content, JsonTypeInfo<TText> type)
        where TText : EditedText
    {
        var file = new ReadFile<TText>();
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(content));
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                file.Problems.Add(new(0, null, null, "The file must be a JSON array of texts."));
                return file;
            }

            var row = 0;
            foreach (var entry in document.RootElement.EnumerateArray())
            {
                file.Add(++row, () => entry.Deserialize(type));
            }
        }
        catch (JsonException exception)
        {
            file.Problems.Add(new(0, null, null, $"The file is not JSON: see line {exception.LineNumber + 1}."));
        }

        return file;
    }

    /// <summary>Reads CSV. A column that is missing leaves its field empty in every text.</summary>
    public static ReadFile<TText> ReadCsv<TText>(ReadOnlyMemory<byte> content, JsonTypeInfo<TText> type)
        where TText : EditedText
    {
        var file = new ReadFile<TText>();
        IReadOnlyList<CsvRecord> records;
        try
        {
            records = CsvText.Read(Utf8.GetString(WithoutMark(content).Span));
        }
        catch (CsvException exception)
        {
            file.Problems.Add(new(exception.Row, null, null, exception.Problem));
            return file;
        }
        catch (DecoderFallbackException)
        {
            file.Problems.Add(new(0, null, null, "The file is not UTF-8: save it as 'CSV UTF-8'."));
            return file;
        }

        if (records is [var header, ..])
        {
            var columns = CsvColumns.Read(header, Columns(type), file.Problems);
            foreach (var record in records.Skip(1))
            {
                columns.Read(record, type, file);
            }
        }
        else
        {
            file.Problems.Add(new(1, null, null, "The file is empty: its first row must name the columns."));
        }

        return file;
    }

    private static IReadOnlyList<JsonPropertyInfo> Columns<TText>(JsonTypeInfo<TText> type) =>
        [.. type.Properties.Where(property => property.Get is not null)];

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> content) =>
        content.Span.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content;
}
