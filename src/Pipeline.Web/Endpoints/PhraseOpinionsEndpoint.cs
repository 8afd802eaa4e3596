using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Library;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Library;

namespace Pipeline.Web.Endpoints;

/// <summary>What advisors think of a phrase: votes and comments.</summary>
public static class PhraseOpinionsEndpoint
{
    /// <summary>The caller's vote; it replaces the one before.</summary>
    public static Task<IResult> PutVoteAsync(HttpRequest request, string language, string id, CancellationToken cancellationToken) =>
        WriteAsync(
            request,
            "VotePhrase",
            language,
            id,
            WebJson.Default.PhraseVote,
            vote => vote.For is null ? Problems.BodyInvalid("for", "for must be true or false.") : null,
            (opinions, stored, name, vote) => opinions.VoteAsync(language, id, name, vote.For!.Value, cancellationToken),
            cancellationToken);

    /// <summary>A comment of the caller's.</summary>
    public static Task<IResult> PostCommentAsync(HttpRequest request, string language, string id, CancellationToken cancellationToken) =>
        WriteAsync(
            request,
            "CommentPhrase",
            language,
            id,
            WebJson.Default.PhraseComment,
            comment => string.IsNullOrWhiteSpace(comment.Text) || comment.Text.Length > TextFeedback<PhraseDraft, Phrase>.MaxComment
                ? Problems.BodyInvalid("text", "text must have 1 to 1000 characters.")
                : null,
            (opinions, stored, name, comment) =>
                opinions.CommentAsync(language, id, stored.Newest.Written.Version!.Value, name, comment.Text!, cancellationToken),
            cancellationToken);

    private static async Task<IResult> WriteAsync<TBody>(
        HttpRequest request,
        string endpoint,
        string language,
        string id,
        JsonTypeInfo<TBody> type,
        Func<TBody, ProblemAnswer?> refuse,
        Func<TextFeedback<PhraseDraft, Phrase>, StoredText<PhraseDraft, Phrase>, string, TBody, Task> write,
        CancellationToken cancellationToken)
        where TBody : class
    {
        if (Gate.Refuse(request, endpoint) is { } refusal)
        {
            return refusal;
        }

        var query = Actor.Query(request);
        var name = Actor.Name(request, query);
        if (query.Problem is { } wrong)
        {
            return wrong;
        }

        var (body, problem) = await TextBody.ReadAsync(request, type, cancellationToken);
        if (body is null || (problem = refuse(body)) is not null)
        {
            return problem!;
        }

        if (await PhraseTexts.FindAsync(request, language, id, cancellationToken) is not { } stored)
        {
            return LibraryProblems.Of(EditRefusal.Unknown);
        }

        var services = request.HttpContext.RequestServices;
        if (!await services.GetRequiredService<ReadingAudit>()
            .WriteChangeAsync(Gate.Entered(request), $"{Phrase.SourceKind}~{id}", endpoint, cancellationToken))
        {
            return LibraryProblems.AuditUnavailable();
        }

        await write(services.GetRequiredService<TextFeedback<PhraseDraft, Phrase>>(), stored, name, body);
        return new JsonAnswer<PhraseAnswer>(await PhraseTexts.AnswerAsync(request, stored, cancellationToken), WebJson.Default.PhraseAnswer);
    }
}
