using System.Net;

namespace Pipeline.EndToEnd.Fuzzing;

/// <summary>Sends damaged requests to a host and judges the answers.</summary>
/// <param name="server">The host.</param>
/// <param name="seed">Decides what is sent.</param>
/// <param name="keys">Access keys, one a role; the last is an administrator's.</param>
internal sealed class FuzzRun(IPEndPoint server, int seed, IReadOnlyList<string> keys)
{
    private const int Connections = 4;

    // Only a host that hangs takes as long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private int _next;

    /// <summary>What came of it.</summary>
    public FuzzReport Report { get; } = new(seed);

    /// <summary>Sends the requests with these numbers.</summary>
    public async Task SendAsync(int first, int count, CancellationToken cancellationToken)
    {
        _next = first - 1;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => SendAsync(first + count, cancellationToken)));
    }

    private async Task SendAsync(int end, CancellationToken cancellationToken)
    {
        using var connection = new WireConnection(server);
        for (var number = Interlocked.Increment(ref _next); number < end; number = Interlocked.Increment(ref _next))
        {
            var sent = FuzzCases.Make(seed, number, keys);
            var bytes = sent.Request.ToBytes();
            var started = TimeProvider.System.GetTimestamp();
            var answer = await AnswerAsync(connection, sent, bytes, cancellationToken);
            var took = TimeProvider.System.GetElapsedTime(started);
            lock (_lock)
            {
                Report.Add(sent, answer, took);
            }
        }
    }

    /// <returns>The answer; null when there was none in time.</returns>
    private static async Task<WireAnswer?> AnswerAsync(
        WireConnection connection, FuzzCase sent, byte[] bytes, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await connection.SendAsync(bytes, sent, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            connection.Dispose();
            return null;
        }
    }
}
