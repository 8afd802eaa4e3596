namespace Pipeline.EndToEnd.Fuzzing;

/// <summary>What came back.</summary>
/// <param name="Status">The HTTP status; 0 when the connection ended without an answer.</param>
/// <param name="MediaType">The header Content-Type; empty when there was none.</param>
/// <param name="IsKept">Whether the connection can carry another request.</param>
internal sealed record WireAnswer(int Status, string MediaType, bool IsKept)
{
    /// <summary>The connection ended without an answer.</summary>
    public static WireAnswer None { get; } = new(0, "", false);
}
