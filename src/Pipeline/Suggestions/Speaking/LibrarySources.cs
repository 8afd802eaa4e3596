using Pipeline.Ports;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Knowledge;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Replies;

namespace Pipeline.Suggestions.Speaking;

/// <summary>Asks the libraries whether the phrase, article or past reply that a suggestion was made from is still offered.</summary>
public sealed class LibrarySources(PhraseLibrary phrases, KnowledgeLibrary articles, ReplyLibrary replies, ITables tables, TimeProvider clock)
    : ISuggestionSources
{
    /// <inheritdoc/>
    public async ValueTask<bool> IsOfferedAsync(string source, string language, bool exactly, CancellationToken cancellationToken)
    {
        if (!exactly)
        {
            return await phrases.IsOfferedAsync(source, cancellationToken)
                && await articles.IsOfferedAsync(source, cancellationToken)
                && await replies.IsOfferedAsync(source, language, exactly, cancellationToken);
        }

        return TextSource.Read(source) is not { } named
            || (await InForceAsync(PhraseTable.Instance, named, language, cancellationToken)
                && await InForceAsync(ArticleTable.Instance, named, language, cancellationToken)
                && await replies.IsOfferedAsync(source, language, exactly, cancellationToken));
    }

    /// <summary>Whether the version that is named is in force now, by the table itself; of another kind of source, true.</summary>
    private async Task<bool> InForceAsync<TText, T>(
        EditedTable<TText, T> table, TextSource named, string language, CancellationToken cancellationToken)
        where TText : EditedText
        where T : class, IEdited<TText> =>
        named.Kind != table.Kind
        || (await tables.ReadAsync(table.Name, language, named.Id, cancellationToken) is { } row
            && table.Read(row).InForce(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))?.Written.Version == named.Version);
}
