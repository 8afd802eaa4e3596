using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// The number of each value of a conversation. It is a keyed hash and not a count: a message is masked before the others of its conversation are
/// known, in any order, on any machine, and the same phone must still be the same <c>[PHONE_4821]</c> in all of them. In another conversation it
/// is another number, and without the key nobody can try which phone it was.
/// </summary>
/// <param name="key">The key.</param>
/// <param name="conversation">The key of the conversation.</param>
public sealed class ConversationNumbers(byte[] key, string conversation)
{
    // Two values of one kind in a conversation share a number once in so many times: few enough, and short enough to read.
    private const int Numbers = 9999;

    /// <summary>The number of a value, 1 to 9999: HMAC-SHA256 of conversation, kind and value, its first four bytes, modulo.</summary>
    public int Of(string kind, string value)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"placeholder\0{conversation}\0{kind}\0{value}"), hash);
        return 1 + (int)(BinaryPrimitives.ReadUInt32LittleEndian(hash) % Numbers);
    }
}
