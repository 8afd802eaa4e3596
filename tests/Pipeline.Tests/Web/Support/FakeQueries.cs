using Pipeline.Ports;

namespace Pipeline.Tests.Web.Support;

/// <summary>Answers queries with a page that a test puts in, and notes what was asked.</summary>
public sealed class FakeQueries(FakeTranscripts transcripts) : ITranscriptQueries
{
    public List<(TranscriptQuery Query, int MaxRows, string? Continuation)> Asked { get; } = [];

    public Task<TranscriptPage> QueryAsync(TranscriptQuery query, int maxRows, string? continuation, CancellationToken cancellationToken)
    {
        Asked.Add((query, maxRows, continuation));
        return transcripts.Failure is null ? Task.FromResult(transcripts.Page) : throw transcripts.Failure;
    }
}
