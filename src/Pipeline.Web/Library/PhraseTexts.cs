using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Library;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Library;

/// <summary>How phrases are answered.</summary>
internal sealed class PhraseTexts() : TextEndpoint<PhraseDraft, Phrase>(PhraseTable.Instance)
{
    /// <summary>The phrase with all that is known of it.</summary>
    public static async Task<PhraseAnswer> AnswerAsync(
        HttpRequest request, StoredText<PhraseDraft, Phrase> stored, CancellationToken cancellationToken)
    {
        var opinions = request.HttpContext.RequestServices.GetRequiredService<TextFeedback<PhraseDraft, Phrase>>();
        var (language, id) = (stored.Newest.Language, stored.Newest.Id);
        return Short(request, stored) with
        {
            History = [.. (await Editor(request).HistoryAsync(language, id, cancellationToken)).Select(version => version.Written)],
            Opinions = await opinions.ReadAsync(language, id, cancellationToken),
        };
    }

    /// <inheritdoc/>
    protected override IResult Page(HttpRequest request, IReadOnlyList<StoredText<PhraseDraft, Phrase>> texts, string? next) =>
        new JsonAnswer<PhrasePage>(new([.. texts.Select(text => Short(request, text))], next), WebJson.Default.PhrasePage);

    /// <inheritdoc/>
    protected override async Task<IResult> WholeAsync(
        HttpRequest request, StoredText<PhraseDraft, Phrase> stored, int status, CancellationToken cancellationToken)
    {
        request.HttpContext.Response.Headers.ETag = TextTag.Of(stored.ETag);
        return new JsonAnswer<PhraseAnswer>(await AnswerAsync(request, stored, cancellationToken), WebJson.Default.PhraseAnswer, status);
    }

    /// <inheritdoc/>
    protected override void Refresh(IServiceProvider services) => services.GetRequiredService<PhraseLibrary>().Refresh();

    private static PhraseAnswer Short(HttpRequest request, StoredText<PhraseDraft, Phrase> stored) => new(
        stored.Newest.Written.Status, TextTag.Of(stored.ETag), stored.Newest.Written, stored.InForce(Today(request))?.Written);
}
