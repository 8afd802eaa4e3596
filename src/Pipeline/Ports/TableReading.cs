using System.Runtime.CompilerServices;

namespace Pipeline.Ports;

/// <summary>Reads queries and tables to their end.</summary>
public static class TableReading
{
    /// <summary>Every row of a query, page after page.</summary>
    public static async IAsyncEnumerable<TableRow> ReadAllAsync(
        this ITables tables, string table, TableQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        do
        {
            var page = await tables.QueryAsync(table, query, cancellationToken);
            foreach (var row in page.Rows)
            {
                yield return row;
            }

            query = query with { Continuation = page.Continuation };
        }
        while (query.Continuation is not null);
    }

    /// <summary>Every row of a table, page after page: see <see cref="ITables.ScanAsync"/>.</summary>
    public static async IAsyncEnumerable<TableRow> ScanAllAsync(
        this ITables tables, string table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? continuation = null;
        do
        {
            var page = await tables.ScanAsync(table, TableQuery.MaxPage, continuation, cancellationToken);
            foreach (var row in page.Rows)
            {
                yield return row;
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }
}
