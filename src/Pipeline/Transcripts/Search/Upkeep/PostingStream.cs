using Pipeline.Ports;
using Pipeline.Transcripts.Search.Segments;

namespace Pipeline.Transcripts.Search.Upkeep;

/// <summary>Goes through all terms of a segment in order, and in each through its conversations, under their numbers in the segment to come.</summary>
/// <param name="tables">The tables.</param>
/// <param name="segment">The segment.</param>
/// <param name="numbers">The new number of each conversation; -1 for one that is gone.</param>
internal sealed class PostingStream(ITables tables, int segment, int[] numbers) : IAsyncDisposable
{
    private const int Page = 64;

    private readonly IAsyncEnumerator<TableRow> _rows = tables.ReadAllAsync(
        TableNames.Search,
        new TableQuery(SegmentKeys.Partition(segment), SegmentKeys.FirstLeaf, SegmentKeys.End, MaxRows: Page),
        CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);

    private byte[] _bytes = [];
    private int _leafAt;
    private int _at;
    private int _end;
    private int _ordinal;
    private TermBuffer _buffer = new(TermBuffer.TermCapacity);

    /// <summary>The current term; null after the last one.</summary>
    public string? Term { get; private set; }

    /// <summary>The current conversation's new number.</summary>
    public int Number { get; private set; }

    /// <summary>The positions of the term in it.</summary>
    public ReadOnlyMemory<byte> Positions { get; private set; }

    /// <summary>Goes to the next conversation of the term, or to the first of the next term; conversations that are gone are left out.</summary>
    public async ValueTask AdvanceAsync(CancellationToken cancellationToken)
    {
        do
        {
            if (_at == _end && !await NextRunAsync(cancellationToken))
            {
                Term = null;
                return;
            }

            _ordinal += Numbers.Int(_bytes, ref _at);
            var length = Numbers.Int(_bytes, ref _at);
            Positions = _bytes.AsMemory(_at, length);
            _at += length;
            Number = numbers[_ordinal];
        }
        while (Number < 0);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _rows.DisposeAsync();

    private async ValueTask<bool> NextRunAsync(CancellationToken cancellationToken)
    {
        if (_leafAt == _bytes.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!await _rows.MoveNextAsync())
            {
                return false;
            }

            (_bytes, _leafAt) = (RowBytes.Get(_rows.Current), 0);
            _buffer.Clear();
        }

        _buffer.Read(_bytes, ref _leafAt);
        _ordinal = Numbers.Int(_bytes, ref _leafAt);
        Numbers.Int(_bytes, ref _leafAt);
        var length = Numbers.Int(_bytes, ref _leafAt);
        (_at, _end) = (_leafAt, _leafAt + length);
        _leafAt = _end;
        if (Term is null || !_buffer.TermIs(Term))
        {
            Term = _buffer.Text;
        }

        return true;
    }
}
