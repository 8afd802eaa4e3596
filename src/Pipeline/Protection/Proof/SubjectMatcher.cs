using System.Buffers;
using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Protection.Erasure;

namespace Pipeline.Protection.Proof;

/// <summary>What a row has of an erased person.</summary>
public enum SubjectTrace
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The key of one of their conversations.</summary>
    Conversation,

    /// <summary>Their id at a platform.</summary>
    Customer,

    /// <summary>One of the further identifiers.</summary>
    Identifier,
}

/// <summary>Looks for an erased person in rows and texts.</summary>
internal sealed class SubjectMatcher
{
    // A shorter id may be any number: it is looked for only where ids of people stand.
    private const int FewestAnywhere = 6;

    private static readonly SearchValues<char> KeyCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._@+:-=~");

    private readonly HashSet<string> _keys;
    private readonly SearchValues<string> _allKeys;
    private readonly IReadOnlyList<CustomerId> _customers;
    private readonly Identifier[] _identifiers;

    public SubjectMatcher(ErasureSubject subject, IReadOnlyCollection<string> conversations)
    {
        _keys = new HashSet<string>(conversations, StringComparer.Ordinal);
        _allKeys = SearchValues.Create([.. _keys], StringComparison.Ordinal);
        _customers = subject.Customers;
        _identifiers = [.. subject.Identifiers.Select(identifier => new Identifier(identifier))];
    }

    /// <summary>How many ids and keys are looked for.</summary>
    public int Keys => _keys.Count + _customers.Count;

    /// <summary>How many identifiers are looked for in any spelling.</summary>
    public int Identifiers => _identifiers.Length;

    /// <summary>What a row has of the person.</summary>
    public SubjectTrace Of(TableRow row)
    {
        if (HasKey(row.PartitionKey) || HasKey(row.RowKey))
        {
            return SubjectTrace.Conversation;
        }

        var platform = row.Text("Platform") ?? PlatformOf(row.PartitionKey);
        var trace = SubjectTrace.None;
        foreach (var (name, value) in row.Properties)
        {
            if (value is string text && Of(text, name, platform) is not SubjectTrace.None and var found)
            {
                trace = found > trace ? found : trace;
                if (trace == SubjectTrace.Customer)
                {
                    return trace;
                }
            }
        }

        return trace != SubjectTrace.None || _identifiers.Length == 0 ? trace : Of(row.RowKey, "", platform);
    }

    /// <summary>What a text has of the person.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The column that it stands in; empty for none.</param>
    /// <param name="platform">The platform that it comes from; null when not known.</param>
    public SubjectTrace Of(string text, string name, string? platform)
    {
        var plain = FoldedText.Unescaped(text);
        foreach (var customer in _customers)
        {
            if ((platform is null || platform == customer.Platform) && HasCustomer(plain, name, customer.Id))
            {
                return SubjectTrace.Customer;
            }
        }

        if (HasKey(plain))
        {
            return SubjectTrace.Conversation;
        }

        if (_identifiers.Length > 0)
        {
            var folded = FoldedText.Of(text);
            if (Array.Exists(_identifiers, identifier => identifier.IsIn(folded)))
            {
                return SubjectTrace.Identifier;
            }
        }

        return SubjectTrace.None;
    }

    /// <summary>
    /// Whether a row of a conversation says that the conversation is the person's. What people wrote in it does not count: another one may name them.
    /// </summary>
    public bool Owns(TableRow row)
    {
        if (_keys.Contains(row.PartitionKey))
        {
            return true;
        }

        var platform = row.Text("Platform") ?? PlatformOf(row.PartitionKey);
        var owner = row.Text("CustomerId")
            ?? (row.Text("Sender") == nameof(SenderRole.Customer) ? row.Text("SenderId") : null)
            ?? (row.RowKey == ConversationRowKeys.Head && row.Text("Conversation") is { } conversation
                ? JsonSerializer.Deserialize(conversation, PipelineJson.Default.Conversation)?.CustomerId
                : null);
        return IsOf(platform, owner);
    }

    /// <summary>Whether a message on the bus belongs to one of the person's conversations.</summary>
    public bool Owns(string conversationKey, ReadOnlySpan<byte> body)
    {
        if (_keys.Contains(conversationKey))
        {
            return true;
        }

        try
        {
            var conversation = JsonSerializer.Deserialize(body, PipelineJson.Default.ConversationEvent)?.Conversation;
            return IsOf(conversation?.Platform, conversation?.CustomerId);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return false;
        }
    }

    private bool IsOf(string? platform, string? owner) =>
        owner is not null && _customers.Any(customer => customer.Id == owner && customer.Platform == platform);

    private static string? PlatformOf(string partitionKey) =>
        partitionKey.Split('~') is [var platform, _, _] ? platform : null;

    private static bool HasCustomer(string text, string name, string id) =>
        (name is "CustomerId" or "SenderId" && text == id)
        || text.Contains($"\"customerId\":\"{id}\"", StringComparison.Ordinal)
        || (id.Length >= FewestAnywhere && HasWhole(text, id));

    private static bool HasWhole(string text, string id)
    {
        for (var at = text.IndexOf(id, StringComparison.Ordinal); at >= 0; at = text.IndexOf(id, at + id.Length, StringComparison.Ordinal))
        {
            var end = at + id.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    // A key that another one begins with is another conversation's.
    private bool HasKey(string text)
    {
        for (var rest = text.AsSpan(); _keys.Count > 0 && rest.IndexOfAny(_allKeys) is >= 0 and var at; rest = rest[(at + 1)..])
        {
            var end = rest[at..].IndexOfAnyExcept(KeyCharacters);
            var whole = end < 0 ? rest[at..] : rest[at..][..end];
            var keys = _keys.GetAlternateLookup<ReadOnlySpan<char>>();

            // Where a number follows a key with a colon between, as in the efforts of advisors.
            if (keys.Contains(whole) || (whole.LastIndexOf(':') is > 0 and var colon && keys.Contains(whole[..colon])))
            {
                return true;
            }
        }

        return false;
    }
}
