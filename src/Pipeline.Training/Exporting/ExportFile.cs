using System.Text;
using System.Text.Json;

namespace Pipeline.Training.Exporting;

/// <summary>
/// A file that rows are written to, whole row by whole row. What a connection that broke off left of a row is not written, and what a process that
/// stopped left of one is cut off, so that the file can be gone on with behind its last row.
/// </summary>
internal sealed class ExportFile : IDisposable
{
    private const int Block = 1 << 16;

    private readonly FileStream _stream;
    private readonly bool _isCsv;
    private readonly List<byte> _row = [];
    private bool _isQuoted;

    private ExportFile(FileStream stream, bool isCsv, string? last) => (_stream, _isCsv, Last) = (stream, isCsv, last);

    /// <summary>The position of the last row; null when there is none.</summary>
    public string? Last { get; private set; }

    /// <summary>How many rows were written by this process.</summary>
    public int Rows { get; private set; }

    /// <summary>Whether nothing stands in it, not even a header.</summary>
    public bool IsEmpty => _stream.Length == 0;

    /// <summary>Opens a file, and finds its last whole row.</summary>
    /// <param name="path">The file; it need not be there.</param>
    /// <param name="isCsv">Whether it is CSV; otherwise NDJSON.</param>
    /// <exception cref="InvalidDataException">It cannot be written, or holds something else.</exception>
    public static ExportFile Open(string path, bool isCsv)
    {
        FileStream stream;
        try
        {
            stream = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, Block);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException(exception.Message, exception);
        }

        var file = new ExportFile(stream, isCsv, null);
        try
        {
            var end = file.ReadThrough();
            stream.SetLength(end);
            stream.Position = end;
            return file;
        }
        catch (Exception)
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Takes bytes as they come; whole rows go to the file.</summary>
    public void Write(ReadOnlySpan<byte> bytes) => Take(bytes, write: true);

    /// <summary>Brings the rows to the disk, and forgets the beginning of one that never came whole.</summary>
    public void EndPart()
    {
        _row.Clear();
        _isQuoted = false;
        _stream.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private long ReadThrough()
    {
        var buffer = new byte[Block];
        var end = 0L;
        for (int read; (read = _stream.Read(buffer)) > 0;)
        {
            end += Take(buffer.AsSpan(0, read), write: false);
        }

        _row.Clear();
        _isQuoted = false;
        Rows = 0;
        return end;
    }

    // The bytes of whole rows.
    private long Take(ReadOnlySpan<byte> bytes, bool write)
    {
        var whole = 0L;
        foreach (var one in bytes)
        {
            _row.Add(one);

            // Within quotes a line break belongs to the text; a doubled quote ends them and begins them again.
            _isQuoted ^= _isCsv && one == (byte)'"';
            if (one != (byte)'\n' || _isQuoted)
            {
                continue;
            }

            Ended(write);
            whole += _row.Count;
            _row.Clear();
        }

        return whole;
    }

    private void Ended(bool write)
    {
        var row = Encoding.UTF8.GetString([.. _row]).TrimEnd('\r', '\n');
        if (PositionOf(row) is { } position)
        {
            Last = position;
            Rows++;
        }

        if (write)
        {
            _stream.Write([.. _row]);
        }
    }

    // The position is the last column, and of letters and digits only. The header has its name there.
    private string? PositionOf(string row)
    {
        if (_isCsv)
        {
            var position = row[(row.LastIndexOf(',') + 1)..];
            return position == "position" ? null : position;
        }

        try
        {
            using var json = JsonDocument.Parse(row);
            return json.RootElement.GetProperty("position").GetString();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InvalidDataException("The file of --out holds something else than rows of an export.", exception);
        }
    }
}
