namespace Pipeline.Protection.Erasure;

/// <summary>Whom an erasure is about. It is kept until the erasure has come to its end, and no longer.</summary>
public sealed record ErasureSubject
{
    /// <summary>The person's ids at the platforms.</summary>
    // Plain setters: the source-generated reader gives an absent init-only property its type's default, not this one.
    public IReadOnlyList<CustomerId> Customers { get; set; } = [];

    /// <summary>Conversations that are named, because no id leads to them.</summary>
    public IReadOnlyList<string> Conversations { get; set; } = [];

    /// <summary>What else to look for at the end, in whatever spelling: phone numbers, e-mail addresses, names.</summary>
    public IReadOnlyList<string> Identifiers { get; set; } = [];
}

/// <summary>A customer as a platform knows them.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Id">The platform's id.</param>
public sealed record CustomerId(string Platform, string Id);
