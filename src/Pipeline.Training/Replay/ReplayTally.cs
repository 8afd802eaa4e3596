using System.Globalization;
using Pipeline.Replay;

namespace Pipeline.Training.Replay;

/// <summary>Counts answers, from many conversations at once.</summary>
internal sealed class ReplayTally
{
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _latencies = [];
    private readonly SortedDictionary<string, int> _errors = new(StringComparer.Ordinal);
    private int _conversations;
    private int _retries;

    public void Add(WebhookAnswer answer)
    {
        lock (_lock)
        {
            _retries += answer.Attempts - 1;
            if (answer.Accepted)
            {
                _latencies.Add(answer.Latency);
                return;
            }

            var status = answer.Status?.ToString(CultureInfo.InvariantCulture) ?? "no answer";
            var error = answer.Detail is { } detail ? $"{status}: {detail}" : status;
            _errors[error] = _errors.GetValueOrDefault(error) + 1;
        }
    }

    public void ConversationEnded() => Interlocked.Increment(ref _conversations);

    public ReplayReport Report(TimeSpan elapsed)
    {
        lock (_lock)
        {
            return new ReplayReport
            {
                Conversations = _conversations,
                Accepted = _latencies.Count,
                Retries = _retries,
                Elapsed = elapsed,
                Latency = LatencySummary.Of(_latencies),
                Errors = new SortedDictionary<string, int>(_errors, StringComparer.Ordinal),
            };
        }
    }
}
