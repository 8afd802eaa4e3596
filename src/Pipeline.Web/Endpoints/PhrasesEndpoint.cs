using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Suggestions.Library;
using Pipeline.Web.Library;

namespace Pipeline.Web.Endpoints;

/// <summary>The phrases: read and proposed by everybody who answers customers, changed by quality teams and administrators.</summary>
public static class PhrasesEndpoint
{
    private static readonly PhraseTexts Texts = new();

    private static readonly TextFiles<PhraseDraft, Phrase> Files =
        new(PhraseTable.Instance, "phrases", services => services.GetRequiredService<PhraseLibrary>().Refresh());

    /// <summary>A page of a language: <c>language</c>, <c>status</c>, <c>intent</c>, <c>after</c>, <c>limit</c>.</summary>
    public static Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Texts.ListAsync(request, "Phrases", cancellationToken);

    /// <summary>Proposes a phrase: a draft until a peer approves it.</summary>
    public static Task<IResult> PostAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Texts.ProposeAsync(request, "ProposePhrase", cancellationToken);

    /// <summary>All phrases as a file: <c>format</c>, <c>language</c>.</summary>
    public static Task<IResult> GetExportAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Files.ExportAsync(request, "ExportPhrases", cancellationToken);

    /// <summary>Takes a file in: <c>check</c>.</summary>
    public static Task<IResult> PostImportAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Files.ImportAsync(request, "ImportPhrases", cancellationToken);

    /// <summary>One phrase with its history.</summary>
    public static Task<IResult> GetOneAsync(HttpRequest request, string language, string id, CancellationToken cancellationToken) =>
        Texts.GetAsync(request, "Phrase", language, id, cancellationToken);

    /// <summary>Changes a phrase: a draft until a peer approves it.</summary>
    public static Task<IResult> PutOneAsync(HttpRequest request, string language, string id, CancellationToken cancellationToken) =>
        Texts.ChangeAsync(request, "ChangePhrase", language, id, cancellationToken);

    /// <summary>Takes a phrase back.</summary>
    public static Task<IResult> DeleteOneAsync(HttpRequest request, string language, string id, CancellationToken cancellationToken) =>
        Texts.RetireAsync(request, "RetirePhrase", language, id, cancellationToken);

    /// <summary>Approves the draft of a colleague.</summary>
    public static Task<IResult> PostApproveAsync(HttpRequest request, string language, string id, CancellationToken cancellationToken) =>
        Texts.ApproveAsync(request, "ApprovePhrase", language, id, cancellationToken);
}
