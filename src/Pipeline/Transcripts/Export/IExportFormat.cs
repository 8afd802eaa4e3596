using System.Buffers;

namespace Pipeline.Transcripts.Export;

/// <summary>Writes rows as bytes of a file.</summary>
public interface IExportFormat
{
    /// <summary>What the file is.</summary>
    string MediaType { get; }

    /// <summary>How its name ends.</summary>
    string Extension { get; }

    /// <summary>Writes what comes before the first row.</summary>
    void Begin(IBufferWriter<byte> output, IReadOnlyList<ExportColumn> columns);

    /// <summary>Writes a row: a value for each column, null where there is none.</summary>
    void Row(IBufferWriter<byte> output, IReadOnlyList<ExportColumn> columns, object?[] values);

    /// <summary>Writes what comes after the last row.</summary>
    void End(IBufferWriter<byte> output);
}
