using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Protection.Erasure;

/// <summary>What an erasure did, and the proof. It names nobody but by keyed hashes, and holds a hash over its own content.</summary>
public sealed record ErasureReceipt
{
    /// <summary>The erasure.</summary>
    public required string Id { get; init; }

    /// <summary>How it ended.</summary>
    public required ErasureState Outcome { get; init; }

    /// <summary>The keyed hashes of the person's ids, and of conversations that were named.</summary>
    public required IReadOnlyList<string> Subjects { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>Who asked.</summary>
    public string? RequestedBy { get; init; }

    /// <summary>The role that asked.</summary>
    public string? Role { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>How many conversations were erased.</summary>
    public required int Conversations { get; init; }

    /// <summary>How many items each store kept of them, counted before they were erased.</summary>
    public required IReadOnlyDictionary<string, int> Items { get; init; }

    /// <summary>The reasons of the legal holds that kept conversations from being erased, one for each.</summary>
    public IReadOnlyList<string> Holds { get; set; } = [];

    /// <summary>The proof; null where nothing was erased.</summary>
    public ErasureProof? Proof { get; init; }

    /// <summary>SHA-256 of this receipt as JSON without this property, hexadecimal: whoever keeps it can tell a changed one.</summary>
    public string? ContentHash { get; init; }

    /// <summary>The receipt with the hash over its content.</summary>
    public ErasureReceipt Sealed() => this with { ContentHash = HashOf(this) };

    /// <summary>Whether the hash is that of the content.</summary>
    [JsonIgnore]
    public bool IsIntact => ContentHash == HashOf(this);

    private static string HashOf(ErasureReceipt receipt) => Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(receipt with { ContentHash = null }, ProtectionJson.Default.ErasureReceipt)));
}

/// <summary>What reading everything came to.</summary>
public sealed record ErasureProof
{
    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>How many tables were read.</summary>
    public required int Tables { get; init; }

    /// <summary>How many rows were read.</summary>
    public required long Rows { get; init; }

    /// <summary>How many dead letters were read.</summary>
    public required long DeadLetters { get; init; }

    /// <summary>How many ids and conversation keys were looked for.</summary>
    public required int Keys { get; init; }

    /// <summary>How many further identifiers were looked for, in any spelling.</summary>
    public required int Identifiers { get; init; }

    /// <summary>Where something was found, with the number of rows; empty when nothing was.</summary>
    public required IReadOnlyList<ProofFinding> Findings { get; init; }

    /// <summary>How many rows of conversations under a legal hold were passed over.</summary>
    public long HeldRows { get; init; }
}

/// <summary>Rows in which something of an erased person was found.</summary>
/// <param name="Place">The table, or the source of dead letters.</param>
/// <param name="What">What was found: customer, conversation or identifier.</param>
/// <param name="Rows">In how many rows.</param>
public sealed record ProofFinding(string Place, string What, long Rows);
