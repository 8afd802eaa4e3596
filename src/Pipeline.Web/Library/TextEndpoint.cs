using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Library;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Library;

/// <summary>What the endpoints of phrases and of articles have in common: reading and editing.</summary>
internal abstract class TextEndpoint<TText, T>(EditedTable<TText, T> table)
    where TText : EditedText
    where T : class, IEdited<TText>
{
    /// <summary>The most texts of one page.</summary>
    public const int MaxLimit = 500;

    /// <summary>The texts of a page when the query does not say.</summary>
    public const int DefaultLimit = 100;

    /// <summary>A page of a language: <c>language</c>, <c>status</c>, <c>intent</c>, <c>after</c>, <c>limit</c>.</summary>
    public async Task<IResult> ListAsync(HttpRequest request, string endpoint, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, endpoint) is { } refusal)
        {
            return refusal;
        }

        var query = new QueryReader(request.Query, "language", "status", "intent", "after", "limit");
        var language = query.Text("language") ?? PhraseWords.Languages[0];
        var (status, intent, after) = (query.Text("status"), query.Text("intent"), query.Text("after") ?? "");
        var limit = query.Number("limit", 1, MaxLimit, DefaultLimit);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        if (!PhraseWords.Languages.Contains(language))
        {
            return Problems.QueryInvalid("language", $"one of {string.Join(", ", PhraseWords.Languages)}");
        }

        if (status is not null && !Enum.GetNames<EditingStatus>().Contains(status, StringComparer.OrdinalIgnoreCase))
        {
            return Problems.QueryInvalid("status", "draft, approved or retired");
        }

        var found = (await Editor(request).ListAsync(language, cancellationToken))
            .Where(text => string.CompareOrdinal(text.Newest.Id, after) > 0
                && (status is null || text.Newest.Written.Status.ToString().Equals(status, StringComparison.OrdinalIgnoreCase))
                && (intent is null || text.Newest.Written.Intents!.Contains(intent)))
            .Take(limit + 1)
            .ToList();
        return Page(request, [.. found.Take(limit)], found.Count > limit ? found[limit - 1].Newest.Id : null);
    }

    /// <summary>One text, with its history.</summary>
    public async Task<IResult> GetAsync(
        HttpRequest request, string endpoint, string language, string id, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, endpoint) is { } refusal)
        {
            return refusal;
        }

        return await FindAsync(request, language, id, cancellationToken) is { } stored
            ? await WholeAsync(request, stored, StatusCodes.Status200OK, cancellationToken)
            : LibraryProblems.Of(EditRefusal.Unknown);
    }

    /// <summary>Adds a draft.</summary>
    public async Task<IResult> ProposeAsync(HttpRequest request, string endpoint, CancellationToken cancellationToken)
    {
        var (body, author, problem) = await ReadAsync(request, endpoint, text => text, cancellationToken);
        return body is null
            ? problem!
            : await DoneAsync(
                request, endpoint, body.Id!, StatusCodes.Status201Created, () => Editor(request).ProposeAsync(body, author, cancellationToken), cancellationToken);
    }

    /// <summary>Adds a version as a draft.</summary>
    public async Task<IResult> ChangeAsync(
        HttpRequest request, string endpoint, string language, string id, CancellationToken cancellationToken)
    {
        var (body, author, problem) = await ReadAsync(request, endpoint, text => text with { Language = language, Id = id }, cancellationToken);
        return body is null
            ? problem!
            : await EditAsync(request, endpoint, language, id, stored => Editor(request).ChangeAsync(body, stored, author, cancellationToken), cancellationToken);
    }

    /// <summary>Approves the draft.</summary>
    public Task<IResult> ApproveAsync(HttpRequest request, string endpoint, string language, string id, CancellationToken cancellationToken) =>
        ActAsync(request, endpoint, language, id, (stored, name) => Editor(request).ApproveAsync(stored, name, cancellationToken), cancellationToken);

    /// <summary>Takes the text back.</summary>
    public Task<IResult> RetireAsync(HttpRequest request, string endpoint, string language, string id, CancellationToken cancellationToken) =>
        ActAsync(request, endpoint, language, id, (stored, name) => Editor(request).RetireAsync(stored, name, cancellationToken), cancellationToken);

    /// <summary>A text; null when there is none such. What cannot be an id never reaches the tables, which refuse some signs.</summary>
    public static async Task<StoredText<TText, T>?> FindAsync(
        HttpRequest request, string language, string id, CancellationToken cancellationToken) =>
        PhraseWords.Languages.Contains(language) && Messages.ConversationKeys.Safe(id) == id
            ? await Editor(request).FindAsync(language, id, cancellationToken)
            : null;

    /// <summary>The answer with a page.</summary>
    protected abstract IResult Page(HttpRequest request, IReadOnlyList<StoredText<TText, T>> texts, string? next);

    /// <summary>The answer with one text and all that is known of it.</summary>
    protected abstract Task<IResult> WholeAsync(
        HttpRequest request, StoredText<TText, T> stored, int status, CancellationToken cancellationToken);

    /// <summary>Lets the suggestions of this host see the edit.</summary>
    protected abstract void Refresh(IServiceProvider services);

    /// <summary>Today (UTC).</summary>
    protected static DateOnly Today(HttpRequest request) =>
        DateOnly.FromDateTime(request.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);

    /// <summary>What edits the texts.</summary>
    protected static LibraryEditor<TText, T> Editor(HttpRequest request) =>
        request.HttpContext.RequestServices.GetRequiredService<LibraryEditor<TText, T>>();

    private async Task<(TText? Body, string Author, IResult? Problem)> ReadAsync(
        HttpRequest request, string endpoint, Func<TText, TText> place, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, endpoint) is { } refusal)
        {
            return (null, "", refusal);
        }

        var query = Actor.Query(request);
        var author = Actor.Name(request, query);
        if (query.Problem is { } wrong)
        {
            return (null, "", wrong);
        }

        var (body, problem) = await TextBody.ReadAsync(request, table.Json, cancellationToken);
        if (body is null)
        {
            return (null, "", problem);
        }

        // Who wrote and approved it is known from the caller, whatever the body says.
        var text = place(body) with { Author = author, ApprovedBy = null, Version = 1, RetiredAt = null, RetiredBy = null };
        FieldProblem[] problems = [.. table.ProblemsOf(text)];
        return problems.Length == 0 ? (text, author, null) : (null, "", LibraryProblems.TextInvalid(text.Id, problems));
    }

    private Task<IResult> ActAsync(
        HttpRequest request,
        string endpoint,
        string language,
        string id,
        Func<StoredText<TText, T>, string, Task<EditResult<TText, T>>> act,
        CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, endpoint) is { } refusal)
        {
            return Task.FromResult<IResult>(refusal);
        }

        var query = Actor.Query(request);
        var name = Actor.Name(request, query);
        return query.Problem is { } problem
            ? Task.FromResult<IResult>(problem)
            : EditAsync(request, endpoint, language, id, stored => act(stored, name), cancellationToken);
    }

    private async Task<IResult> EditAsync(
        HttpRequest request,
        string endpoint,
        string language,
        string id,
        Func<StoredText<TText, T>, Task<EditResult<TText, T>>> edit,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(request, language, id, cancellationToken) is not { } stored)
        {
            return LibraryProblems.Of(EditRefusal.Unknown);
        }

        return TextTag.Refuse(request, stored.ETag)
            ?? await DoneAsync(request, endpoint, id, StatusCodes.Status200OK, () => edit(stored), cancellationToken);
    }

    /// <summary>Writes down who edits, then edits.</summary>
    private async Task<IResult> DoneAsync(
        HttpRequest request,
        string endpoint,
        string id,
        int status,
        Func<Task<EditResult<TText, T>>> edit,
        CancellationToken cancellationToken)
    {
        var services = request.HttpContext.RequestServices;
        if (!await services.GetRequiredService<ReadingAudit>()
            .WriteChangeAsync(Gate.Entered(request), $"{table.Kind}~{id}", endpoint, cancellationToken))
        {
            return LibraryProblems.AuditUnavailable();
        }

        var result = await edit();
        if (result.Text is not { } text)
        {
            return LibraryProblems.Of(result.Refusal!.Value);
        }

        Refresh(services);
        return await WholeAsync(request, text, status, cancellationToken);
    }
}
