using System.Runtime.CompilerServices;

namespace Pipeline.Ports;

/// <summary>Reads queries to their end.</summary>
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
}
