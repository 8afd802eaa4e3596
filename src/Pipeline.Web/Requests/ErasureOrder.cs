using Pipeline.Protection.Erasure;

namespace Pipeline.Web.Requests;

/// <summary>What an erasure should reach besides the customer or conversation of its address.</summary>
public sealed record ErasureOrder
{
    /// <summary>The same person's ids at other platforms.</summary>
    public IReadOnlyList<CustomerId>? Customers { get; init; }

    /// <summary>The keys of conversations that no id leads to.</summary>
    public IReadOnlyList<string>? Conversations { get; init; }

    /// <summary>What the proof looks for in whatever spelling: phone numbers, e-mail addresses, names.</summary>
    public IReadOnlyList<string>? Identifiers { get; init; }
}
