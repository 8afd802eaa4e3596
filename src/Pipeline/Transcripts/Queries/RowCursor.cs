using Pipeline.Ports;
using Pipeline.Transcripts.Index;

namespace Pipeline.Transcripts.Queries;

/// <summary>
/// Goes through the rows of one value of a facet in one bucket. It reads few rows at first and more from page to page, so that a short answer costs
/// little and a long one few pages.
/// </summary>
/// <param name="tables">The tables.</param>
/// <param name="partition">The bucket.</param>
/// <param name="facet">The facet with its value.</param>
/// <param name="before">The place before which the rows end; null for the oldest.</param>
/// <param name="firstPage">How many rows are read first.</param>
internal sealed class RowCursor(ITables tables, string partition, string facet, string? before, int firstPage)
{
    private const int MostRows = 256;

    private IReadOnlyList<TableRow> _rows = [];
    private int _index;
    private int _page = firstPage;
    private bool _ended;

    /// <summary>The row it stands at; null at the end, and before the first <see cref="SeekAsync"/>.</summary>
    public TableRow? Row => _index < _rows.Count ? _rows[_index] : null;

    /// <summary>The place of the row; null at the end.</summary>
    public string? Place => Row?.RowKey[(facet.Length + 1)..];

    /// <summary>How many rows were read.</summary>
    public int RowsRead { get; private set; }

    /// <summary>The rows that were read last, with their places.</summary>
    public IReadOnlyList<string> Read => [.. _rows.Select(row => row.RowKey[(facet.Length + 1)..])];

    /// <summary>Whether no rows follow those that were read.</summary>
    public bool IsEnded => _ended;

    /// <summary>Whether <see cref="SeekAsync"/> would have to read.</summary>
    public bool MustRead(string from)
    {
        Skip(from);
        return Row is null && !_ended;
    }

    /// <summary>Goes to the first row at or after a place.</summary>
    public async Task SeekAsync(string from, CancellationToken cancellationToken)
    {
        Skip(from);
        string? continuation = null;
        while (Row is null && !_ended)
        {
            var page = await tables.QueryAsync(
                TableNames.Transcripts,
                IndexKeys.Query(partition, facet, from, before) with { MaxRows = _page, Continuation = continuation },
                cancellationToken);
            (_rows, _index, _ended, continuation) = (page.Rows, 0, page.Continuation is null, page.Continuation);
            RowsRead += page.Rows.Count;
            _page = Math.Min(2 * _page, MostRows);
        }
    }

    private void Skip(string from)
    {
        while (Row is { } row && string.CompareOrdinal(row.RowKey, facet.Length + 1, from, 0, int.MaxValue) < 0)
        {
            _index++;
        }
    }
}
