using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Pipeline.Protection;

/// <summary>Keyed hashes of people and conversations: HMAC-SHA256, the first 16 bytes, hexadecimal. All that is kept of who was erased.</summary>
public sealed class SubjectHashes(IOptions<ProtectionOptions> options)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes($"protection\0{options.Value.HashKey}");

    /// <summary>The hash of a customer.</summary>
    public string OfCustomer(string platform, string customerId) => Of($"customer\0{platform}\0{customerId}");

    /// <summary>The hash of a conversation.</summary>
    public string OfConversation(string conversationKey) => Of($"conversation\0{conversationKey}");

    private string Of(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
