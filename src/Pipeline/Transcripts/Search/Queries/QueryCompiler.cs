using Pipeline.Ports;
using Pipeline.Transcripts.Search.Cursors;
using Pipeline.Transcripts.Search.Words;

namespace Pipeline.Transcripts.Search.Queries;

/// <summary>Makes a cursor over a source of a query.</summary>
internal static class QueryCompiler
{
    /// <summary>The most terms that a beginning may stand for in a source.</summary>
    public const int MaxTerms = 64;

    /// <summary>The cursor of a query.</summary>
    /// <exception cref="TextQueryException">A beginning stands for too many words.</exception>
    public static async ValueTask<DocumentCursor> OpenAsync(TextQuery query, ISearchSource source, CancellationToken cancellationToken)
    {
        var (wanted, excluded) = (new List<DocumentCursor>(), new List<DocumentCursor>());
        foreach (var clause in query.Clauses)
        {
            (clause.Excluded ? excluded : wanted).Add(await OpenAsync(clause, query.Side, source, cancellationToken));
        }

        return new ExceptCursor(wanted, excluded);
    }

    private static async ValueTask<DocumentCursor> OpenAsync(
        TextClause clause, TextSide? side, ISearchSource source, CancellationToken cancellationToken)
    {
        if (clause.Beginning)
        {
            return Slot(await BeginningAsync(clause.Words[0], source, cancellationToken), source, side);
        }

        return clause.Words.Count == 1
            ? Slot(SearchStems.Both(clause.Words[0]), source, side)
            : new PhraseCursor([.. clause.Words.Select(word => Slot(SearchStems.Both(word), source, side))], side);
    }

    // The index holds stems: what is longer than the stem of its word is looked for as that word too.
    private static async ValueTask<IEnumerable<string>> BeginningAsync(string beginning, ISearchSource source, CancellationToken cancellationToken)
    {
        var terms = await source.TermsAsync(beginning, MaxTerms, cancellationToken);
        return terms.Count > MaxTerms
            ? throw new TextQueryException($"'{beginning}*' stands for more than {MaxTerms} words: write more letters before the star.")
            : terms.Union(SearchStems.Both(beginning), StringComparer.Ordinal);
    }

    private static SlotCursor Slot(IEnumerable<string> terms, ISearchSource source, TextSide? side) =>
        new([.. terms.Select(source.Open)], side);
}
