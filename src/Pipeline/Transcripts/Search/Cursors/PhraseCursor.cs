using Pipeline.Ports;
using Pipeline.Transcripts.Search.Segments;

namespace Pipeline.Transcripts.Search.Cursors;

/// <summary>The conversations in which words stand side by side in one message.</summary>
internal sealed class PhraseCursor(IReadOnlyList<SlotCursor> words, TextSide? side) : AllCursor(words)
{
    private readonly List<int> _starts = [];
    private readonly List<int> _places = [];

    /// <inheritdoc/>
    protected override ValueTask<bool> HoldsAsync(int candidate, CancellationToken cancellationToken)
    {
        _starts.Clear();
        words[0].ReadPositions(_starts);
        if (side is { } asked)
        {
            _starts.RemoveAll(start => (start & 1) != (asked == TextSide.Customer ? 0 : 1));
        }

        for (var index = 1; index < words.Count && _starts.Count > 0; index++)
        {
            _places.Clear();
            words[index].ReadPositions(_places);
            _places.Sort();
            var step = index * Positions.Step;
            _starts.RemoveAll(start => _places.BinarySearch(start + step) < 0);
        }

        return ValueTask.FromResult(_starts.Count > 0);
    }
}
