using System.Text.Json.Serialization;

namespace Pipeline.Protection.Erasure;

/// <summary>How far an erasure has come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ErasureState>))]
public enum ErasureState
{
    /// <summary>Asked for.</summary>
    [JsonStringEnumMemberName("requested")]
    Requested,

    /// <summary>The conversations are known, refused from now on, and being erased.</summary>
    [JsonStringEnumMemberName("erasing")]
    Erasing,

    /// <summary>All was erased once; what was in hand then is waited for.</summary>
    [JsonStringEnumMemberName("settling")]
    Settling,

    /// <summary>All was erased again; everything there is is being read to prove it.</summary>
    [JsonStringEnumMemberName("proving")]
    Proving,

    /// <summary>Nothing was found: the receipt says so.</summary>
    [JsonStringEnumMemberName("done")]
    Done,

    /// <summary>Something was found that no store answers for: the receipt says where.</summary>
    [JsonStringEnumMemberName("incomplete")]
    Incomplete,

    /// <summary>A legal hold is on the person: nothing was erased.</summary>
    [JsonStringEnumMemberName("held")]
    Held,
}

/// <summary>An erasure as administrators see it. Nobody is named but by keyed hashes.</summary>
public sealed record ErasureStatus
{
    /// <summary>Its id: newer ones come first in the order of ids.</summary>
    public required string Id { get; init; }

    /// <summary>How far it has come.</summary>
    public required ErasureState State { get; init; }

    /// <summary>The keyed hashes of the person's ids, and of conversations that were named.</summary>
    public required IReadOnlyList<string> Subjects { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>The name of the key, or of the user, that asked; null where nobody has to say who they are.</summary>
    public string? RequestedBy { get; init; }

    /// <summary>The role that asked.</summary>
    public string? Role { get; init; }

    /// <summary>When what was in hand at its beginning is over; null before.</summary>
    public DateTimeOffset? SettlesAt { get; init; }

    /// <summary>When the files of an embedded storage were compacted after it; null while they were not, or where there are none.</summary>
    public DateTimeOffset? CompactedAt { get; init; }

    /// <summary>The receipt; null before the end.</summary>
    public ErasureReceipt? Receipt { get; init; }

    /// <summary>Whether it has come to its end.</summary>
    [JsonIgnore]
    public bool Ended => State is ErasureState.Done or ErasureState.Incomplete or ErasureState.Held;
}
