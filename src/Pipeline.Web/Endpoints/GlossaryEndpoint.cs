using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Pipeline.Messages;
using Pipeline.Quality.Knowledge.Glossary;
using Pipeline.Suggestions.Editing;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Knowledge;
using Pipeline.Web.Library;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>The glossary of abbreviations: read by everybody, edited by quality teams and administrators, with every version kept.</summary>
public static class GlossaryEndpoint
{
    /// <summary>The most characters of a text whose abbreviations are marked.</summary>
    public const int MaxText = 5_000;

    private const int MaxTrade = 100;

    /// <summary>The glossary of a language, or with <c>text</c> where its abbreviations stand there: <c>language</c>, <c>trade</c>, <c>text</c>.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "Glossary") is { } refusal)
        {
            return refusal;
        }

        var query = new QueryReader(request.Query, "language", "trade", "text");
        var (language, trade, text) = (query.Text("language") ?? "fr", query.Text("trade"), query.Text("text"));
        if (query.Problem is { } problem)
        {
            return problem;
        }

        if (language is not ("fr" or "en"))
        {
            return Problems.QueryInvalid("language", "fr or en");
        }

        if (text?.Length > MaxText)
        {
            return Problems.QueryInvalid("text", $"at most {MaxText} characters long");
        }

        var entries = await request.Get<GlossaryStore>().ReadAsync(language, cancellationToken);
        var marks = text is null ? null : GlossaryExpander.Mark(text, entries, trade);
        var shown = entries.Where(entry => marks is null
            ? trade is null || entry.Trade == trade || entry.Trade == GlossaryEntry.AnyTrade
            : marks.Any(mark => mark.Abbreviation == entry.Abbreviation));
        return new JsonAnswer<GlossaryAnswer>(new([.. shown], marks), KnowledgeWebJson.Default.GlossaryAnswer);
    }

    /// <summary>One entry with its history: <c>trade</c>.</summary>
    public static async Task<IResult> GetOneAsync(HttpRequest request, string language, string abbreviation, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "GlossaryEntry") is { } refusal)
        {
            return refusal;
        }

        var query = new QueryReader(request.Query, "trade");
        var trade = TradeOf(query);
        return query.Problem is { } problem ? problem
            : await FindAsync(request, language, abbreviation, trade, cancellationToken) is { } entry
                ? await AnswerAsync(request, entry, StatusCodes.Status200OK, cancellationToken)
                : KnowledgeProblems.EntryUnknown();
    }

    /// <summary>Adds an entry, or with If-Match a version of one: <c>trade</c>.</summary>
    public static async Task<IResult> PutOneAsync(HttpRequest request, string language, string abbreviation, CancellationToken cancellationToken)
    {
        var trade = TradeOf(new QueryReader(request.Query, "trade", Actor.Parameter));
        var (order, by, problem) = await Entrance.ChangeAsync(
            request,
            "PutGlossaryEntry",
            $"glossary~{ConversationKeys.Safe(abbreviation)}",
            KnowledgeWebJson.Default.GlossaryOrder,
            order => FieldChecks.Text("meaning", order.Meaning, GlossaryEntry.MaxMeaning),
            cancellationToken,
            "trade");
        if (order is null)
        {
            return problem!;
        }

        if (GlossaryEntry.Read(abbreviation) is not { } name || language is not ("fr" or "en") || trade.Length > MaxTrade || ConversationKeys.Safe(trade) != trade)
        {
            return KnowledgeProblems.EntryUnknown();
        }

        var before = await request.Get<GlossaryStore>().FindAsync(language, name, trade, cancellationToken);
        var refused = before is null ? RefuseNew(request.Headers.IfMatch) : TextTag.Refuse(request, before.ETag!);
        if (refused is not null)
        {
            return refused;
        }

        var entry = new GlossaryEntry { Language = language, Abbreviation = name, Trade = trade, Meaning = order.Meaning!.Trim() };
        return await request.Get<GlossaryStore>().PutAsync(entry, before, by, cancellationToken) is { } written
            ? await AnswerAsync(request, written, before is null ? StatusCodes.Status201Created : StatusCodes.Status200OK, cancellationToken)
            : LibraryProblems.Of(EditRefusal.Changed);
    }

    /// <summary>Takes an entry back: <c>trade</c>.</summary>
    public static async Task<IResult> DeleteOneAsync(HttpRequest request, string language, string abbreviation, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "RetireGlossaryEntry") is { } refusal)
        {
            return refusal;
        }

        var query = Actor.Query(request, "trade");
        var (by, trade) = (Actor.Name(request, query), TradeOf(query));
        if (query.Problem is { } problem)
        {
            return problem;
        }

        if (await FindAsync(request, language, abbreviation, trade, cancellationToken) is not { RetiredAt: null } entry)
        {
            return KnowledgeProblems.EntryUnknown();
        }

        if (TextTag.Refuse(request, entry.ETag!) is { } refused)
        {
            return refused;
        }

        if (!await request.Get<ReadingAudit>().WriteChangeAsync(
            Gate.Entered(request), $"glossary~{entry.Abbreviation}", "RetireGlossaryEntry", cancellationToken))
        {
            return LibraryProblems.AuditUnavailable();
        }

        return await request.Get<GlossaryStore>().RetireAsync(entry, by, cancellationToken) is { } written
            ? await AnswerAsync(request, written, StatusCodes.Status200OK, cancellationToken)
            : LibraryProblems.Of(EditRefusal.Changed);
    }

    private static string TradeOf(QueryReader query) => query.Text("trade") ?? GlossaryEntry.AnyTrade;

    private static ProblemAnswer? RefuseNew(StringValues ifMatch) => ifMatch.Count == 0 ? null : LibraryProblems.Of(EditRefusal.Changed);

    private static async Task<GlossaryEntry?> FindAsync(
        HttpRequest request, string language, string abbreviation, string trade, CancellationToken cancellationToken) =>
        language is "fr" or "en" && GlossaryEntry.Read(abbreviation) is { } name
            ? await request.Get<GlossaryStore>().FindAsync(language, name, trade, cancellationToken)
            : null;

    private static async Task<IResult> AnswerAsync(HttpRequest request, GlossaryEntry entry, int status, CancellationToken cancellationToken)
    {
        var tag = TextTag.Of(entry.ETag!);
        request.HttpContext.Response.Headers.ETag = tag;
        return new JsonAnswer<GlossaryEntryAnswer>(
            new(entry, tag, await request.Get<GlossaryStore>().HistoryAsync(entry, cancellationToken)), KnowledgeWebJson.Default.GlossaryEntryAnswer, status);
    }
}
