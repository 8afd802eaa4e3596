using Microsoft.AspNetCore.Http;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Neighbours;
using Pipeline.Quality.Knowledge.Peers;
using Pipeline.Quality.Knowledge.Register;
using Pipeline.Routing.Administration;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Knowledge;
using Pipeline.Web.Library;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>What advisors ask and tell each other beside a conversation. The customer never sees any of it.</summary>
public static class NeighboursEndpoint
{
    /// <summary>Writes down a tip: it goes the way of an answer.</summary>
    public static async Task<IResult> PostTipAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        if (await ConversationGate.RefuseAsync(request, "CaptureTip", key, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var (order, by, problem) = await Entrance.ChangeAsync(
            request,
            "CaptureTip",
            "questions~list",
            KnowledgeWebJson.Default.TipOrder,
            order => FieldChecks.Id(order.Id) ?? FieldChecks.Text("title", order.Title, FieldChecks.MaxLine) ?? FieldChecks.Text("text", order.Text)
                ?? FieldChecks.Language(order.Language) ?? (order.Kind is null ? null : FieldChecks.Kind(order.Kind)),
            cancellationToken);
        if (order is null)
        {
            return problem!;
        }

        var tip = new AskedQuestion { Id = order.Id!, Text = order.Title!, Language = order.Language!, Conversation = key, By = by };
        var change = await request.Get<QuestionDesk>().TipAsync(tip, new(order.Kind ?? LibraryProposal.Article, order.Text!, order.Title), cancellationToken);
        return change.Refusal == QuestionRefusal.Unknown ? Problems.ConversationUnknown() : QuestionsEndpoint.Answer(change);
    }

    /// <summary>Asks a colleague of another trade.</summary>
    public static async Task<IResult> PostRequestAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        if (await ConversationGate.RefuseAsync(request, "AskNeighbour", key, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var (order, by, problem) = await Entrance.ChangeAsync(
            request,
            "AskNeighbour",
            "requests~list",
            KnowledgeWebJson.Default.RequestOrder,
            order => FieldChecks.Id(order.Id) ?? FieldChecks.Name("skill", order.Skill, required: true) ?? FieldChecks.Text("text", order.Text),
            cancellationToken);
        return order is null ? problem!
            : await request.Get<NeighbourDesk>().AskAsync(key, order.Id!, order.Skill!, order.Text!, by, cancellationToken) is { } asked
                ? new JsonAnswer<NeighbourRequest>(asked, KnowledgeWebJson.Default.NeighbourRequest, StatusCodes.Status201Created)
                : Problems.ConversationUnknown();
    }

    /// <summary>The requests that wait for an answer: <c>advisor</c> (whom they reached), <c>skill</c>.</summary>
    public static async Task<IResult> GetRequestsAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "NeighbourRequests") is { } refusal)
        {
            return refusal;
        }

        var query = new QueryReader(request.Query, "advisor", "skill");
        var (advisor, skill) = (query.Text("advisor"), query.Text("skill"));
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var open = (await request.Get<NeighbourDesk>().ListOpenAsync(cancellationToken))
            .Where(asked => (advisor is null || asked.AskedOf == advisor) && (skill is null || asked.Skill == skill));
        return await Entrance.ReadAsync(
            request, "NeighbourRequests", "requests~list", new RequestsAnswer([.. open]), KnowledgeWebJson.Default.RequestsAnswer, cancellationToken);
    }

    /// <summary>Answers a request: the answer becomes a note of its conversation.</summary>
    public static async Task<IResult> PostAnswerAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (order, by, problem) = await Entrance.ChangeAsync(
            request,
            "AnswerNeighbour",
            $"request~{ConversationKeys.Safe(id)}",
            KnowledgeWebJson.Default.RequestAnswerOrder,
            order => FieldChecks.Text("text", order.Text),
            cancellationToken);
        return order is null ? problem!
            : ConversationKeys.Safe(id) == id && await request.Get<NeighbourDesk>().AnswerAsync(id, order.Text!, by, cancellationToken) is { } answered
                ? new JsonAnswer<NeighbourRequest>(answered, KnowledgeWebJson.Default.NeighbourRequest)
                : KnowledgeProblems.RequestUnknown();
    }

    /// <summary>Colleagues who solved like cases and want to be asked.</summary>
    public static async Task<IResult> GetPeersAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        if (await ConversationGate.RefuseAsync(request, "Peers", key, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var query = Actor.Query(request);
        var asker = Actor.Name(request, query);
        return query.Problem is { } problem ? problem
            : await request.Get<PeerFinder>().FindAsync(key, asker, cancellationToken) is { } peers
                ? new JsonAnswer<PeersAnswer>(new(peers), KnowledgeWebJson.Default.PeersAnswer)
                : Problems.ConversationUnknown();
    }

    /// <summary>Whether the asking advisor wants to be named.</summary>
    public static async Task<IResult> GetConsentAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        Gate.Refuse(request, "PeerConsent") is { } refusal ? refusal
        : IsOwn(request, id)
            ? new JsonAnswer<PeerConsent>(await request.Get<PeerConsents>().FindAsync(id, cancellationToken), KnowledgeWebJson.Default.PeerConsent)
            : Problems.AdvisorUnknown();

    /// <summary>Says whether the asking advisor wants to be named.</summary>
    public static async Task<IResult> PutConsentAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (order, _, problem) = await Entrance.ChangeAsync(
            request,
            "PutPeerConsent",
            $"consent~{ConversationKeys.Safe(id)}",
            KnowledgeWebJson.Default.ConsentOrder,
            order => order.OptIn is null ? Problems.BodyInvalid("optIn", "optIn must be true or false.")
                : IsOwn(request, id) ? null : KnowledgeProblems.NotYours(),
            cancellationToken);
        return order is null
            ? problem!
            : new JsonAnswer<PeerConsent>(
                await request.Get<PeerConsents>().SetAsync(id, order.OptIn!.Value, cancellationToken), KnowledgeWebJson.Default.PeerConsent);
    }

    // Where nobody has to say who they are, nobody can be told apart.
    private static bool IsOwn(HttpRequest request, string id) =>
        AdvisorProfileRules.IsId(id) && (Gate.Entered(request)?.Name is not { } name || name == id);
}
