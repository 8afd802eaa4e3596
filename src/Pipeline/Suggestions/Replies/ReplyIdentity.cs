using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Messages;
using Pipeline.Suggestions.Retrieval;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Replies;

/// <summary>What makes two replies one: the same words for the same brand in the same language, whatever their capitals, accents and marks.</summary>
public static class ReplyIdentity
{
    /// <summary>What a suggestion made from a past reply is called: <c>reply:</c> and 16 hexadecimal digits.</summary>
    public const string SourcePrefix = "reply:";

    /// <summary>The kind of source that past replies are.</summary>
    public const string SourceKind = "reply";

    private const int IdLength = 16;

    /// <summary>The id of a reply: 64 bits of its normal form, in hexadecimal.</summary>
    public static string IdOf(string brand, string language, string template) =>
        StableHash.Of($"{brand.ToLowerInvariant()}|{language}|{NormalOf(template)}").ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Whether it can be an id.</summary>
    public static bool IsId(string id) => id.Length == IdLength && id.All(char.IsAsciiHexDigitLower);

    /// <summary>
    /// The words of a template, folded, each slot a word of its own. Whether the customer is called by name makes no other reply of it.
    /// </summary>
    public static string NormalOf(string template) => TextTokens.FoldedWords(PhraseSlots.Replace(template, static slot =>
        slot == PhraseSlots.CustomerFirstName ? "" : $" slot {slot.Replace('_', ' ')} "));

    /// <summary>The partition of a brand and a language.</summary>
    public static string PartitionOf(string brand, string language) => $"{ConversationKeys.Safe(brand.ToLowerInvariant())}~{language}";
}

/// <summary>
/// Hashes the ones whose replies are kept, so that they can be counted and not known. Without the key nobody can try out who it was.
/// </summary>
/// <param name="key">The key; empty where none is set up, and then the hashes only tell one from another.</param>
public sealed class ReplyHashes(string? key)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes($"accepted-replies|{key}");

    /// <summary>The hash of a conversation.</summary>
    public ulong OfConversation(string conversationKey) => Of($"conversation|{conversationKey}");

    /// <summary>The hash of an answer.</summary>
    public ulong OfAnswer(string conversationKey, string answerId) => Of($"answer|{conversationKey}|{answerId}");

    /// <summary>The hash of an advisor, another one for each reply: what one person sends can't be gathered. 0 for nobody known.</summary>
    public ulong OfAdvisor(string replyId, string? advisorId) => advisorId is null ? 0 : Of($"advisor|{replyId}|{advisorId}");

    private ulong Of(string value) => BitConverter.ToUInt64(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(value)));
}
