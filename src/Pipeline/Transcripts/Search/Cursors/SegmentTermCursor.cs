using Pipeline.Transcripts.Search.Segments;

namespace Pipeline.Transcripts.Search.Cursors;

/// <summary>A term in a segment. It goes over leaves that cannot hold what is looked for; where it needs them one after the other, it reads more at once.</summary>
internal sealed class SegmentTermCursor(SegmentReader reader, string term) : TermCursor
{
    private const int MostAhead = 8;

    private Leaf? _leaf;
    private LeafRun _run;
    private int _at;
    private int _ahead = 1;

    /// <inheritdoc/>
    public override async ValueTask<int> SeekAsync(int target, CancellationToken cancellationToken)
    {
        while (Current < target)
        {
            if (_leaf is null || target > _run.Last)
            {
                if (!await TryLoadAsync(target, cancellationToken))
                {
                    return Current = End;
                }
            }

            Advance(target);
        }

        return Current;
    }

    private async ValueTask<bool> TryLoadAsync(int target, CancellationToken cancellationToken)
    {
        var before = _leaf?.Key;
        var leaf = await reader.LeafAsync(SegmentKeys.Leaf(term, target), _ahead, cancellationToken);
        if (leaf is null || !leaf.TryFind(term, out _run) || _run.Last < target)
        {
            return false;
        }

        _ahead = leaf.After == before ? Math.Min(_ahead * 2, MostAhead) : 1;
        (_leaf, _at) = (leaf, _run.Start);
        Current = -1;
        return true;
    }

    // The run's last conversation is at or after the target.
    private void Advance(int target)
    {
        var bytes = _leaf!.Bytes;
        var current = Current < 0 ? _run.First : Current;
        do
        {
            current += Numbers.Int(bytes, ref _at);
            var length = Numbers.Int(bytes, ref _at);
            Positions = bytes.AsMemory(_at, length);
            _at += length;
        }
        while (current < target);
        Current = current;
    }
}
