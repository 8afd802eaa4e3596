using Pipeline.Ports;

namespace Pipeline.Tests.Web.Support;

/// <summary>Re-indexes nothing, in as many slices as a test puts in.</summary>
public sealed class FakeReindex : ITranscriptReindex
{
    public Queue<ReindexSlice> Slices { get; } = [];

    public List<string?> Asked { get; } = [];

    public Task<ReindexSlice> RunAsync(string? continuation, CancellationToken cancellationToken)
    {
        Asked.Add(continuation);
        return continuation == "made-up" ? throw new FormatException("Not a continuation.") : Task.FromResult(Slices.Dequeue());
    }
}
