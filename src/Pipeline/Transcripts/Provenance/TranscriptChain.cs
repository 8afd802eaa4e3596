using System.Text.Json.Serialization;
using Pipeline.Messages;

namespace Pipeline.Transcripts.Provenance;

/// <summary>Whether the messages of a conversation are those that were sealed when it was closed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChainVerdict>))]
public enum ChainVerdict
{
    /// <summary>It is open, and nothing that was sealed has changed.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>It is closed, and its seal, or that of what came after, has still to be written.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending,

    /// <summary>Every byte is as it was sealed.</summary>
    [JsonStringEnumMemberName("intact")]
    Intact,

    /// <summary>Something was changed, added or taken away by another way than a message.</summary>
    [JsonStringEnumMemberName("broken")]
    Broken,
}

/// <summary>What broke a chain.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChainBreakKind>))]
public enum ChainBreakKind
{
    /// <summary>The row is another one than was sealed.</summary>
    [JsonStringEnumMemberName("changed")]
    Changed,

    /// <summary>A row is missing before this place.</summary>
    [JsonStringEnumMemberName("missing")]
    Missing,

    /// <summary>The row was put in past the path: the state of the conversation does not know it.</summary>
    [JsonStringEnumMemberName("added")]
    Added,

    /// <summary>A seal is not what was written.</summary>
    [JsonStringEnumMemberName("seal")]
    Seal,
}

/// <summary>A message, edit, deletion, rating or close with its link.</summary>
/// <param name="OrderKey">Its place.</param>
/// <param name="MessageId">Its id.</param>
/// <param name="Kind">What happened; null when the row does not say.</param>
/// <param name="Link">SHA-256 over the link before and the hash of the row, hexadecimal.</param>
public sealed record ChainLink(string OrderKey, string MessageId, MessageKind? Kind, string Link);

/// <summary>The first place where a chain is broken.</summary>
/// <param name="Kind">What broke it.</param>
/// <param name="OrderKey">The place; null when it is behind the last message, or in a seal.</param>
/// <param name="MessageId">The message there; null when none is.</param>
/// <param name="MessageKind">What it is; null when the row does not say.</param>
public sealed record ChainBreak(ChainBreakKind Kind, string? OrderKey, string? MessageId, MessageKind? MessageKind);

/// <summary>A version of the seal. The first is written at the close, another one for each legitimate change after it.</summary>
/// <param name="Version">From 1.</param>
/// <param name="SealedAt">When it was written.</param>
/// <param name="Rows">How many rows it holds.</param>
/// <param name="Head">The last link.</param>
/// <param name="Added">What came since the version before, by kind and in order; empty for the first.</param>
public sealed record ChainSeal(int Version, DateTimeOffset SealedAt, int Rows, string Head, IReadOnlyList<MessageKind> Added);

/// <summary>The hash chain of a conversation, and whether it holds.</summary>
public sealed record TranscriptChain
{
    /// <summary>Whether it holds.</summary>
    public required ChainVerdict Verdict { get; init; }

    /// <summary>The first place where it does not; null when it does.</summary>
    public ChainBreak? FirstBroken { get; init; }

    /// <summary>The links of the rows as they are now, in order.</summary>
    public required IReadOnlyList<ChainLink> Links { get; init; }

    /// <summary>The seals, oldest first.</summary>
    public required IReadOnlyList<ChainSeal> Seals { get; init; }

    /// <summary>Whether the seals are signed with a secret key; otherwise who can write the tables can write new ones.</summary>
    public required bool Signed { get; init; }
}
