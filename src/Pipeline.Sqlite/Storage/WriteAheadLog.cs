using System.Buffers.Binary;

namespace Pipeline.Sqlite.Storage;

/// <summary>
/// Looks through the write-ahead log that a run left behind, before SQLite does: SQLite drops what follows the first damaged frame and says
/// nothing. The format is that of https://www.sqlite.org/fileformat2.html#walformat.
/// </summary>
internal static class WriteAheadLog
{
    private const int HeaderBytes = 32;
    private const int FrameHeaderBytes = 24;

    // The last bit tells the byte order of the checksums.
    private const uint Magic = 0x377F0682;

    /// <summary>Counts the transactions whose frames are there and can't be read.</summary>
    /// <param name="path">The log; it need not be there.</param>
    /// <returns>How many: those after the first damaged frame too.</returns>
    /// <exception cref="InvalidDataException">Its header is damaged, so that none can be read.</exception>
    public static int CountUnreadable(string path)
    {
        if (!File.Exists(path))
        {
            return 0;
        }

        using var log = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 20);
        Span<byte> header = stackalloc byte[HeaderBytes];
        if (log.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes || header.IndexOfAnyExcept((byte)0) < 0)
        {
            return 0;
        }

        var magic = BinaryPrimitives.ReadUInt32BigEndian(header);
        var checksum = new WalChecksum(isBigEndian: (magic & 1) != 0);
        checksum.Add(header[..24]);
        var pageBytes = BinaryPrimitives.ReadInt32BigEndian(header[8..]);
        if ((magic & ~1u) != Magic || !checksum.Is(header[24..]) || pageBytes is < 512 or > 65536)
        {
            throw new InvalidDataException("The header of the log is damaged.");
        }

        return CountUnreadable(log, pageBytes, header[16..24], checksum);
    }

    private static int CountUnreadable(FileStream log, int pageBytes, ReadOnlySpan<byte> salts, WalChecksum checksum)
    {
        var (unreadable, isDamaged) = (0, false);
        var frame = new byte[FrameHeaderBytes + pageBytes];

        // Frames with other salts are left over from before the log was last begun anew.
        while (log.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) == frame.Length
            && (isDamaged || salts.SequenceEqual(frame.AsSpan(8, 8))))
        {
            checksum.Add(frame.AsSpan(0, 8));
            checksum.Add(frame.AsSpan(FrameHeaderBytes));
            isDamaged |= !checksum.Is(frame.AsSpan(16, 8));
            var commits = BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(4)) != 0;
            unreadable += isDamaged && commits && salts.SequenceEqual(frame.AsSpan(8, 8)) ? 1 : 0;
        }

        return unreadable;
    }
}
