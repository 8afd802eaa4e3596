using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Messages;

/// <summary>
/// The keys under which a conversation and its messages are known on the bus and in the tables. Each is a function of what the
/// platform said, so that a repeated webhook makes the same ones.
/// </summary>
public static class ConversationKeys
{
    private const int MaxPart = 100;

    /// <summary>The key of a conversation: <c>platform~account~id</c>, fit for table keys, URLs and file names.</summary>
    public static string Conversation(string platform, string account, string id) =>
        $"{Safe(platform)}~{Safe(account)}~{Safe(id)}";

    /// <summary>
    /// The place of a message in its conversation: sent time (UTC, to 100 ns), then id. Ordinal order of these keys is the order of
    /// the conversation.
    /// </summary>
    public static string Order(DateTimeOffset sentAt, string messageId) =>
        sentAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfffffff", CultureInfo.InvariantCulture) + "-" + Safe(messageId);

    /// <summary>The id of a bus message: the same for the same parts, and under the bus's limit whatever their length.</summary>
    public static string BusId(string kind, params ReadOnlySpan<string> parts)
    {
        var length = parts.Length;
        foreach (var part in parts)
        {
            length += Encoding.UTF8.GetMaxByteCount(part.Length);
        }

        // Each part with a zero behind it, so that no two lists of parts are the same bytes.
        var rented = length > 1024 ? ArrayPool<byte>.Shared.Rent(length) : null;
        Span<byte> bytes = rented ?? stackalloc byte[1024];
        var end = 0;
        foreach (var part in parts)
        {
            end += Encoding.UTF8.GetBytes(part, bytes[end..]);
            bytes[end++] = 0;
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..end], digest);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return $"{kind}-{Convert.ToHexStringLower(digest[..16])}";
    }

    /// <summary>
    /// A part of a key: letters, digits, <c>. _ @ + : -</c> stay, any other character becomes <c>=XXXX</c> (UTF-16, hexadecimal), and what
    /// would be longer than 100 characters ends in a hash of the whole.
    /// </summary>
    public static string Safe(string part)
    {
        if (part.Length <= MaxPart && part.AsSpan().IndexOfAnyExcept(SafeCharacters) < 0)
        {
            return part;
        }

        var safe = new StringBuilder(part.Length + 16);
        foreach (var character in part)
        {
            if (SafeCharacters.Contains(character))
            {
                safe.Append(character);
            }
            else
            {
                safe.Append('=').Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        if (safe.Length <= MaxPart)
        {
            return safe.ToString();
        }

        var digest = SHA256.HashData(Encoding.Unicode.GetBytes(part));
        return string.Concat(safe.ToString(0, MaxPart - 33), "=", Convert.ToHexStringLower(digest.AsSpan(0, 16)));
    }

    private static readonly SearchValues<char> SafeCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._@+:-");
}
