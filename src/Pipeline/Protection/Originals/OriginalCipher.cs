using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Pipeline.Protection.Originals;

/// <summary>
/// AES-256-GCM with a key for each conversation, which is itself encrypted by the key of the vault. With the conversation's key gone, its texts can't be
/// read any more, wherever a copy of them may lie.
/// </summary>
public sealed class OriginalCipher(IOptions<ProtectionOptions> options)
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Whether there is a key.</summary>
    public bool HasKey => Convert.TryFromBase64String(options.Value.Vault.Key ?? "", new byte[KeyBytes + 1], out var length) && length == KeyBytes;

    /// <summary>A new key for a conversation, encrypted.</summary>
    public string NewKey(string conversationKey)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var wrapped = Encrypt(VaultKey(), key, conversationKey);
        CryptographicOperations.ZeroMemory(key);
        return wrapped;
    }

    /// <summary>Encrypts a text.</summary>
    /// <param name="wrappedKey">The conversation's key, encrypted.</param>
    /// <param name="conversationKey">The conversation: a text of one can't be passed off as another's.</param>
    /// <param name="place">The message, likewise.</param>
    /// <param name="text">The text.</param>
    public string Encrypt(string wrappedKey, string conversationKey, string place, string text) =>
        Encrypt(Unwrapped(wrappedKey, conversationKey), Encoding.UTF8.GetBytes(text), $"{conversationKey}\0{place}");

    /// <summary>Decrypts a text.</summary>
    /// <exception cref="CryptographicException">It was changed, or the key is another one.</exception>
    public string Decrypt(string wrappedKey, string conversationKey, string place, string encrypted) =>
        Encoding.UTF8.GetString(Decrypt(Unwrapped(wrappedKey, conversationKey), encrypted, $"{conversationKey}\0{place}"));

    private byte[] VaultKey() => Convert.FromBase64String(options.Value.Vault.Key!);

    private byte[] Unwrapped(string wrappedKey, string conversationKey) => Decrypt(VaultKey(), wrappedKey, conversationKey);

    private static string Encrypt(byte[] key, byte[] plain, string context)
    {
        var message = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = message.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(
            nonce, plain, message.AsSpan(NonceBytes + TagBytes), message.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(context));
        return Convert.ToBase64String(message);
    }

    private static byte[] Decrypt(byte[] key, string encrypted, string context)
    {
        var message = Convert.FromBase64String(encrypted);
        var plain = new byte[message.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Decrypt(
            message.AsSpan(0, NonceBytes),
            message.AsSpan(NonceBytes + TagBytes),
            message.AsSpan(NonceBytes, TagBytes),
            plain,
            Encoding.UTF8.GetBytes(context));
        return plain;
    }
}
