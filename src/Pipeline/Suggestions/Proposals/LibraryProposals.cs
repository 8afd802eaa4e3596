using Pipeline.Ports;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Knowledge;
using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Proposals;

/// <summary>Puts answers from outside the room into the libraries of phrases and articles, as drafts of whoever wrote them.</summary>
public sealed class LibraryProposals(LibraryEditor<PhraseDraft, Phrase> phrases, LibraryEditor<ArticleDraft, Article> articles) : ILibraryProposals
{
    /// <inheritdoc/>
    public async Task<LibraryProposalResult> ProposeAsync(LibraryProposal proposal, CancellationToken cancellationToken)
    {
        try
        {
            return proposal.Kind == LibraryProposal.Phrase
                ? await ProposeAsync(phrases, PhraseOf(proposal), cancellationToken)
                : await ProposeAsync(articles, ArticleOf(proposal), cancellationToken);
        }
        catch (InvalidTextException exception)
        {
            return new(null, exception.Field, exception.Message);
        }
    }

    /// <inheritdoc/>
    public Task<LibraryStanding?> FindAsync(string kind, string language, string id, CancellationToken cancellationToken) =>
        kind == LibraryProposal.Phrase ? FindAsync(phrases, language, id, cancellationToken) : FindAsync(articles, language, id, cancellationToken);

    private static async Task<LibraryProposalResult> ProposeAsync<TText, T>(
        LibraryEditor<TText, T> editor, TText text, CancellationToken cancellationToken)
        where TText : EditedText
        where T : class, IEdited<TText>
    {
        var added = await editor.ProposeAsync(text, text.Author!, cancellationToken);
        return added.Text is { } stored
            ? new(Standing(editor, stored))
            : new(await FindAsync(editor, text.Language!, text.Id!, cancellationToken));
    }

    private static async Task<LibraryStanding?> FindAsync<TText, T>(
        LibraryEditor<TText, T> editor, string language, string id, CancellationToken cancellationToken)
        where TText : EditedText
        where T : class, IEdited<TText> =>
        await editor.FindAsync(language, id, cancellationToken) is { } stored ? Standing(editor, stored) : null;

    private static LibraryStanding Standing<TText, T>(LibraryEditor<TText, T> editor, StoredText<TText, T> stored)
        where TText : EditedText
        where T : class, IEdited<TText>
    {
        var text = stored.Newest.Written;
        return new(
            new TextSource(editor.Table.Kind, stored.Newest.Id, text.Version ?? 1).ToString(),
            text.Status switch
            {
                EditingStatus.Approved => LibraryState.Approved,
                EditingStatus.Retired => LibraryState.Retired,
                _ => LibraryState.Draft,
            },
            text.Author,
            text.ApprovedBy);
    }

    private static PhraseDraft PhraseOf(LibraryProposal proposal) => new()
    {
        Id = proposal.Id,
        Language = proposal.Language,
        Category = PhraseWords.Name(PhraseCategory.Explanation),
        Tone = PhraseWords.Name(PhraseTone.Neutral),
        Text = proposal.Text,
        Intents = proposal.Intent is { } intent ? [intent] : [],
        Brands = proposal.Brand is { } brand ? [brand] : [],
        Author = proposal.Author,
    };

    private static ArticleDraft ArticleOf(LibraryProposal proposal) => new()
    {
        Id = proposal.Id,
        Language = proposal.Language,
        Title = proposal.Title,
        Body = proposal.Text,
        Questions = proposal.Question is { Length: > 0 and <= ArticleRules.MaxLine } question ? [question] : [],
        Source = proposal.Origin,
        Intents = proposal.Intent is { } intent ? [intent] : [],
        Brands = proposal.Brand is { } brand ? [brand] : [],
        Author = proposal.Author,
    };
}
