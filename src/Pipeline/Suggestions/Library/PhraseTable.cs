using Pipeline.Ports;

namespace Pipeline.Suggestions.Library;

/// <summary>Reads whole partitions of the phrase table.</summary>
internal static class PhraseTable
{
    /// <summary>Every row of a language, page after page.</summary>
    public static async Task<IReadOnlyList<TableRow>> ReadPhrasesAsync(
        this ITables tables, string language, CancellationToken cancellationToken)
    {
        var rows = new List<TableRow>();
        var query = new TableQuery(language);
        while (true)
        {
            var page = await tables.QueryAsync(TableNames.Phrases, query, cancellationToken);
            rows.AddRange(page.Rows);
            if (page.Continuation is null)
            {
                return rows;
            }

            query = query with { Continuation = page.Continuation };
        }
    }
}
