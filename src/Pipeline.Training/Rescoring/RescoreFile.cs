using System.Text.Json;

namespace Pipeline.Training.Rescoring;

/// <summary>
/// The file of a run: JSON Lines. A day is whole when its last line is there, so that a run that broke off goes on with the day after the last
/// whole one.
/// </summary>
internal sealed class RescoreFile : IDisposable
{
    private readonly FileStream _stream;

    private RescoreFile(FileStream stream, RescoreTally tally) => (_stream, Tally) = (stream, tally);

    /// <summary>The report of what is in it.</summary>
    public RescoreTally Tally { get; }

    /// <summary>Starts a file.</summary>
    /// <exception cref="InvalidDataException">It is there already, or cannot be written.</exception>
    public static RescoreFile Create(string path, RunLine asked)
    {
        var file = new RescoreFile(Open(path, FileMode.CreateNew, "Choose another --out, or go on with it by --resume."), new(asked));
        file.Write(asked);
        return file;
    }

    /// <summary>Opens a file to go on with it. What came after its last finished day is cut off.</summary>
    /// <exception cref="InvalidDataException">It is not there, or no file of a run.</exception>
    public static RescoreFile Resume(string path)
    {
        var stream = Open(path, FileMode.Open, "Without --resume a new one is made.");
        try
        {
            var (tally, end) = Read(stream, path);
            stream.SetLength(end);
            stream.Position = end;
            return new(stream, tally);
        }
        catch (Exception)
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Writes a line; it is safe when its day's last line was flushed.</summary>
    public void Write(RescoreLine line)
    {
        JsonSerializer.Serialize(_stream, line, RescoreLineJson.Default.RescoreLine);
        _stream.WriteByte((byte)'\n');
        Tally.Add(line);
    }

    /// <summary>Brings all that was written to the disk.</summary>
    public void Flush() => _stream.Flush(flushToDisk: true);

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static FileStream Open(string path, FileMode mode, string advice)
    {
        try
        {
            return new(path, mode, FileAccess.ReadWrite, FileShare.Read, bufferSize: 1 << 16);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{exception.Message} {advice}", exception);
        }
    }

    private static (RescoreTally Tally, long End) Read(FileStream stream, string path)
    {
        RescoreTally? tally = null;
        var (end, read) = (0L, 0L);
        var day = new List<RescoreLine>();
        foreach (var line in LinesOf(stream))
        {
            read += line.Length + 1;
            switch (Parse(line))
            {
                case RunLine asked when tally is null:
                    tally = new(asked);
                    end = read;
                    break;
                case { } next when tally is not null:
                    day.Add(next);
                    if (next is DayLine)
                    {
                        day.ForEach(tally.Add);
                        day.Clear();
                        end = read;
                    }

                    break;
                default:
                    return tally is null ? throw new InvalidDataException($"{path} is no file that rescore has written.") : (tally, end);
            }
        }

        return tally is null ? throw new InvalidDataException($"{path} is no file that rescore has written.") : (tally, end);
    }

    /// <summary>The whole lines: what has no line feed was broken off.</summary>
    private static IEnumerable<byte[]> LinesOf(FileStream stream)
    {
        var line = new List<byte>();
        for (var value = stream.ReadByte(); value >= 0; value = stream.ReadByte())
        {
            if (value == '\n')
            {
                yield return [.. line];
                line.Clear();
            }
            else
            {
                line.Add((byte)value);
            }
        }
    }

    private static RescoreLine? Parse(byte[] line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, RescoreLineJson.Default.RescoreLine);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}
