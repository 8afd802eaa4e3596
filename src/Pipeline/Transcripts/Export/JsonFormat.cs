using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pipeline.Transcripts.Export;

/// <summary>Each row a JSON object with every column, null where there is no value: one on a line (NDJSON), or as one JSON array.</summary>
/// <param name="asArray">Whether the rows are the elements of one array.</param>
public sealed class JsonFormat(bool asArray) : IExportFormat, IDisposable
{
    // The file is no part of a page: letters with accents stay readable.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private Utf8JsonWriter? _writer;
    private bool _any;

    /// <inheritdoc/>
    public string MediaType => asArray ? "application/json; charset=utf-8" : "application/x-ndjson; charset=utf-8";

    /// <inheritdoc/>
    public string Extension => asArray ? "json" : "ndjson";

    /// <inheritdoc/>
    public void Begin(IBufferWriter<byte> output, IReadOnlyList<ExportColumn> columns)
    {
        if (asArray)
        {
            output.Write("["u8);
        }
    }

    /// <inheritdoc/>
    public void Row(IBufferWriter<byte> output, IReadOnlyList<ExportColumn> columns, object?[] values)
    {
        if (asArray)
        {
            output.Write(_any ? ",\n"u8 : "\n"u8);
        }

        _any = true;
        if (_writer is null)
        {
            _writer = new Utf8JsonWriter(output, Plain);
        }
        else
        {
            _writer.Reset(output);
        }

        _writer.WriteStartObject();
        for (var column = 0; column < columns.Count; column++)
        {
            _writer.WritePropertyName(columns[column].Name);
            Value(_writer, values[column]);
        }

        _writer.WriteEndObject();
        _writer.Flush();
        if (!asArray)
        {
            output.Write("\n"u8);
        }
    }

    /// <inheritdoc/>
    public void End(IBufferWriter<byte> output)
    {
        if (asArray)
        {
            output.Write("\n]\n"u8);
        }
    }

    /// <summary>Lets go of the writer.</summary>
    public void Dispose() => _writer?.Dispose();

    private static void Value(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case DateTimeOffset time:
                writer.WriteStringValue(ExportTime.Of(time));
                break;
            default:
                throw new InvalidOperationException($"A column gave a {value.GetType().Name}.");
        }
    }
}
