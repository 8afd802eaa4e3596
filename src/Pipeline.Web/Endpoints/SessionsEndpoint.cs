using Microsoft.AspNetCore.Http;
using Pipeline.Messages;
using Pipeline.Quality.Knowledge.Clock;
using Pipeline.Quality.Knowledge.Digests;
using Pipeline.Quality.Knowledge.Register;
using Pipeline.Quality.Knowledge.Sessions;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Knowledge;

namespace Pipeline.Web.Endpoints;

/// <summary>Sessions: a bounded time in which several trades ask each other, with questions and a digest of its own.</summary>
public static class SessionsEndpoint
{
    private const int MostTrades = 20;

    /// <summary>All sessions.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Gate.Refuse(request, "Sessions") is { } refusal
            ? refusal
            : new JsonAnswer<SessionsAnswer>(
                new(await request.Get<SessionStore>().ListAsync(cancellationToken)), KnowledgeWebJson.Default.SessionsAnswer);

    /// <summary>One session with its questions.</summary>
    public static async Task<IResult> GetOneAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "Session") is { } refusal)
        {
            return refusal;
        }

        if (await FindAsync(request, id, cancellationToken) is not { } session)
        {
            return KnowledgeProblems.SessionUnknown();
        }

        var days = request.Get<WorkingDays>();
        var digest = DigestMaker.IdOf(session.Id, days.DayOf(session.From), days.DayOf(session.To));
        var view = new SessionView(
            session,
            await request.Get<QuestionRegister>().ListAsync(new(Session: id), cancellationToken),
            await request.Get<DigestStore>().HasAsync(digest, cancellationToken) ? digest : null);
        return await Entrance.ReadAsync(request, "Session", $"session~{id}", view, KnowledgeWebJson.Default.SessionView, cancellationToken);
    }

    /// <summary>Calls a session.</summary>
    public static async Task<IResult> PostAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (order, by, problem) = await Entrance.ChangeAsync(
            request,
            "CallSession",
            "sessions~list",
            KnowledgeWebJson.Default.SessionOrder,
            order => FieldChecks.Id(order.Id) ?? FieldChecks.Text("title", order.Title, FieldChecks.MaxLine)
                ?? FieldChecks.Name("site", order.Site, required: true) ?? Trades(order.Trades) ?? FieldChecks.Period(order.From, order.To),
            cancellationToken);
        return order is null
            ? problem!
            : await AddAsync(
                request,
                new QuestionSession
                {
                    Id = order.Id!,
                    Title = order.Title!,
                    Template = order.Id!,
                    Site = order.Site!,
                    Trades = order.Trades!,
                    From = order.From!.Value,
                    To = order.To!.Value,
                    By = by,
                },
                cancellationToken);
    }

    /// <summary>Copies a session to another site: the same template, with nothing in it.</summary>
    public static async Task<IResult> PostCopyAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (order, by, problem) = await Entrance.ChangeAsync(
            request,
            "CopySession",
            "sessions~list",
            KnowledgeWebJson.Default.SessionCopyOrder,
            order => FieldChecks.Id(order.Id) ?? FieldChecks.Name("site", order.Site, required: true) ?? FieldChecks.Period(order.From, order.To),
            cancellationToken);
        return order is null ? problem!
            : await FindAsync(request, id, cancellationToken) is not { } session ? KnowledgeProblems.SessionUnknown()
            : await AddAsync(
                request,
                session with { Id = order.Id!, Site = order.Site!, From = order.From!.Value, To = order.To!.Value, By = by },
                cancellationToken);
    }

    private static async Task<IResult> AddAsync(HttpRequest request, QuestionSession session, CancellationToken cancellationToken) =>
        await request.Get<SessionStore>().TryAddAsync(session, cancellationToken)
            ? new JsonAnswer<QuestionSession>(session, KnowledgeWebJson.Default.QuestionSession, StatusCodes.Status201Created)
            : KnowledgeProblems.SessionExists();

    private static async Task<QuestionSession?> FindAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        ConversationKeys.Safe(id) == id ? await request.Get<SessionStore>().FindAsync(id, cancellationToken) : null;

    private static ProblemAnswer? Trades(IReadOnlyList<string>? trades) =>
        trades is null || trades.Distinct(StringComparer.Ordinal).Count() < 2 || trades.Count > MostTrades || trades.Any(trade => trade is not { Length: > 0 and <= 100 })
            ? Problems.BodyInvalid("trades", $"trades must name 2 to {MostTrades} trades: people of one alone need no session.")
            : null;
}
