namespace Pipeline.Capture;

/// <summary>A webhook as it came in: the raw bytes, never a re-serialised body, because signatures are over the bytes.</summary>
/// <param name="Body">The raw body.</param>
/// <param name="Header">Looks up a header without regard to case; null when it is not there. Several values are joined by a comma.</param>
/// <param name="Query">Looks up a query parameter; null when it is not there.</param>
public sealed record WebhookRequest(ReadOnlyMemory<byte> Body, Func<string, string?> Header, Func<string, string?> Query)
{
    /// <summary>The path and the query, as they were sent: some platforms sign the address they call. Empty when not known.</summary>
    public string PathAndQuery { get; init; } = "";
}
