using Pipeline.Ports;

namespace Pipeline.Transcripts.Queries;

/// <summary>The places of the conversations in which words were found.</summary>
internal sealed class TextPlaces(ITranscriptMatches matches) : IPlaces
{
    private TranscriptMatch? _current;
    private bool _ended;

    /// <inheritdoc/>
    public int RowsRead => matches.RowsRead;

    /// <inheritdoc/>
    public async ValueTask<string?> SeekAsync(string from, CancellationToken cancellationToken)
    {
        while (!_ended && (_current is null || string.CompareOrdinal(_current.Position, from) < 0))
        {
            _current = await matches.NextAsync(from.Length == 0 ? null : from, cancellationToken);
            _ended = _current is null;
        }

        return _current?.Position;
    }
}
