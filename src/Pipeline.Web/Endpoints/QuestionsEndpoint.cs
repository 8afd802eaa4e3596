using Microsoft.AspNetCore.Http;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Register;
using Pipeline.Quality.Knowledge.Sessions;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Knowledge;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>The register of open questions. What it quotes is masked; who reads it is written down first.</summary>
public static class QuestionsEndpoint
{
    /// <summary>The most questions of one page.</summary>
    public const int MaxLimit = 500;

    /// <summary>The questions of a page when the query does not say.</summary>
    public const int DefaultLimit = 100;

    private const string List = "questions~list";

    /// <summary>A page: <c>status</c>, <c>language</c>, <c>brand</c>, <c>intent</c>, <c>skill</c>, <c>owner</c>, <c>session</c>, <c>after</c>, <c>limit</c>.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "Questions") is { } refusal)
        {
            return refusal;
        }

        var query = new QueryReader(request.Query, "status", "language", "brand", "intent", "skill", "owner", "session", "after", "limit");
        var (status, skill, owner, after) = (query.Text("status"), query.Text("skill"), query.Text("owner"), query.Text("after"));
        var filter = new QuestionFilter(query.Text("language"), query.Text("brand"), query.Text("intent"), query.Text("session"));
        var limit = query.Number("limit", 1, MaxLimit, DefaultLimit);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        if (status is not null && !Enum.GetNames<QuestionStatus>().Contains(status, StringComparer.OrdinalIgnoreCase))
        {
            return Problems.QueryInvalid("status", "open, taken, answered, notAnswerable or published");
        }

        var found = (await request.Get<QuestionRegister>().ListAsync(filter, cancellationToken))
            .Where(question => (status is null || question.Status.ToString().Equals(status, StringComparison.OrdinalIgnoreCase))
                && (skill is null || question.Skill == skill) && (owner is null || question.Owner == owner || question.EscalatedTo == owner))
            .ToList();
        var start = after is null ? 0 : found.FindIndex(question => question.Id == after) + 1;
        var page = found.Skip(start).Take(limit).ToList();
        return await Entrance.ReadAsync(
            request,
            "Questions",
            List,
            new QuestionPage(page, start + page.Count < found.Count ? page[^1].Id : null),
            KnowledgeWebJson.Default.QuestionPage,
            cancellationToken);
    }

    /// <summary>One question.</summary>
    public static async Task<IResult> GetOneAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        Gate.Refuse(request, "Question") is { } refusal ? refusal
        : await request.Get<QuestionRegister>().FindAsync(id, cancellationToken) is { } question
            ? await Entrance.ReadAsync(request, "Question", $"question~{question.Id}", question, KnowledgeWebJson.Default.Question, cancellationToken)
            : KnowledgeProblems.Of(new(null, QuestionRefusal.Unknown));

    /// <summary>Asks.</summary>
    public static async Task<IResult> PostAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (order, by, problem) = await Entrance.ChangeAsync(
            request,
            "AskQuestion",
            List,
            KnowledgeWebJson.Default.QuestionOrder,
            order => FieldChecks.Id(order.Id) ?? FieldChecks.Text("text", order.Text) ?? FieldChecks.Language(order.Language)
                ?? FieldChecks.Name("brand", order.Brand, required: false) ?? FieldChecks.Name("intent", order.Intent, required: false)
                ?? FieldChecks.Name("skill", order.Skill, required: false) ?? FieldChecks.Conversation(order.Conversation)
                ?? FieldChecks.Name("messageId", order.MessageId, required: false) ?? FieldChecks.Name("session", order.Session, required: false),
            cancellationToken);
        if (order is null)
        {
            return problem!;
        }

        if (await RefuseAsync(request, order, cancellationToken) is { } refused)
        {
            return refused;
        }

        var asked = await request.Get<QuestionDesk>().AskAsync(
            new AskedQuestion
            {
                Id = order.Id!,
                Text = order.Text!,
                Language = order.Language!,
                Brand = order.Brand,
                Intent = order.Intent,
                Skill = order.Skill,
                Conversation = order.Conversation,
                MessageId = order.MessageId,
                Session = order.Session,
                By = by,
            },
            cancellationToken);
        return asked is null
            ? Problems.BodyInvalid("conversation", "No message of a conversation with this key has been recorded.")
            : new JsonAnswer<Question>(asked, KnowledgeWebJson.Default.Question, StatusCodes.Status201Created);
    }

    /// <summary>Takes a question.</summary>
    public static async Task<IResult> PostTakeAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "TakeQuestion") is { } refusal)
        {
            return refusal;
        }

        var query = Library.Actor.Query(request);
        var by = Library.Actor.Name(request, query);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        return await request.Get<ReadingAudit>().WriteChangeAsync(Gate.Entered(request), $"question~{ConversationKeys.Safe(id)}", "TakeQuestion", cancellationToken)
            ? Answer(await request.Get<QuestionDesk>().TakeAsync(id, by, cancellationToken))
            : LibraryProblems.AuditUnavailable();
    }

    /// <summary>Answers a question: a peer must approve the answer in the library.</summary>
    public static async Task<IResult> PostAnswerAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (order, by, problem) = await Entrance.ChangeAsync(
            request,
            "AnswerQuestion",
            $"question~{ConversationKeys.Safe(id)}",
            KnowledgeWebJson.Default.AnswerOrder,
            order => FieldChecks.Kind(order.Kind) ?? FieldChecks.Text("text", order.Text) ?? FieldChecks.Optional("title", order.Title),
            cancellationToken);
        return order is null
            ? problem!
            : Answer(await request.Get<QuestionDesk>().AnswerAsync(id, by, new(order.Kind!, order.Text!, order.Title), cancellationToken));
    }

    /// <summary>Says that there is no answer, and why.</summary>
    public static async Task<IResult> PostCloseAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (order, by, problem) = await Entrance.ChangeAsync(
            request,
            "CloseQuestion",
            $"question~{ConversationKeys.Safe(id)}",
            KnowledgeWebJson.Default.CloseOrder,
            order => FieldChecks.Text("reason", order.Reason, FieldChecks.MaxLine),
            cancellationToken);
        return order is null ? problem! : Answer(await request.Get<QuestionDesk>().CloseAsync(id, by, order.Reason!, cancellationToken));
    }

    /// <summary>The answer with what came of an act.</summary>
    internal static IResult Answer(QuestionChange change) => change is { Refusal: null, Question: { } question }
        ? new JsonAnswer<Question>(question, KnowledgeWebJson.Default.Question)
        : KnowledgeProblems.Of(change);

    // A conversation is asked about by who may read it; a session while it goes on.
    private static async Task<ProblemAnswer?> RefuseAsync(HttpRequest request, QuestionOrder order, CancellationToken cancellationToken)
    {
        if (order.Conversation is { } key && Gate.Entered(request) is { HasSkills: true } caller
            && !caller.MayRead(await request.Get<ITranscripts>().ReadSkillAsync(key, cancellationToken)))
        {
            return Problems.SkillMissing();
        }

        if (order.Session is not { } id)
        {
            return null;
        }

        return await FindSessionAsync(request, id, cancellationToken) is not { } session ? KnowledgeProblems.SessionUnknown("session")
            : session.IsOn(request.Get<TimeProvider>().GetUtcNow()) ? null : KnowledgeProblems.SessionOver();
    }

    private static async Task<QuestionSession?> FindSessionAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        ConversationKeys.Safe(id) == id ? await request.Get<SessionStore>().FindAsync(id, cancellationToken) : null;
}
