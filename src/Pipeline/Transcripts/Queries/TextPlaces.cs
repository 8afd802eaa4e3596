using Pipeline.Ports;

namespace Pipeline.Transcripts.Queries;

/// <summary>The places of the conversations in which words were found.</summary>
internal sealed class TextPlaces(ITranscriptMatches matches) : IPlaces
{
    private readonly Queue<TranscriptMatch> _probed = new();
    private TranscriptMatch? _current;
    private bool _ended;

    /// <inheritdoc/>
    public int RowsRead => matches.RowsRead;

    /// <inheritdoc/>
    public async ValueTask<string?> SeekAsync(string from, CancellationToken cancellationToken)
    {
        while (!_ended && (_current is null || string.CompareOrdinal(_current.Position, from) < 0))
        {
            _current = _probed.TryDequeue(out var next) ? next : await matches.NextAsync(from.Length == 0 ? null : from, cancellationToken);
            _ended = _current is null;
        }

        return _current?.Position;
    }

    /// <summary>Finds the first matches after a place; they are kept.</summary>
    /// <returns>Matches a second, from a time to where the last one lies; as if a year followed without any when there are no more.</returns>
    public async Task<double> DensityAsync(string from, long startTicks, int most, CancellationToken cancellationToken)
    {
        var isEnd = false;
        while (_probed.Count < most && !isEnd)
        {
            if (await matches.NextAsync(_probed.Count > 0 || from.Length == 0 ? null : from, cancellationToken) is { } match)
            {
                _probed.Enqueue(match);
            }
            else
            {
                isEnd = true;
            }
        }

        if (_probed.Count == 0)
        {
            return 0;
        }

        var ticks = DateTimeOffset.MaxValue.UtcTicks - _probed.Last().StartedAt.UtcTicks;
        var span = TimeSpan.FromTicks(Math.Max(0, ticks - startTicks));
        return _probed.Count / (span + (isEnd ? TimeSpan.FromDays(365) : TimeSpan.FromSeconds(1))).TotalSeconds;
    }
}
