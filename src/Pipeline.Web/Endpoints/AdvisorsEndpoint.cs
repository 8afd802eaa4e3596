using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Routing;
using Pipeline.Routing.Administration;
using Pipeline.Routing.Capacity;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Library;

namespace Pipeline.Web.Endpoints;

/// <summary>The advisors: who they are, for administrators; whether they are at work, also for their desks.</summary>
public static class AdvisorsEndpoint
{
    /// <summary>All advisors with what they hold.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "Advisors") is { } refusal)
        {
            return refusal;
        }

        var administration = Administration(request);
        List<AdvisorAnswer> answers = [];
        foreach (var advisor in await administration.ListAsync(cancellationToken))
        {
            answers.Add(await AnswerOfAsync(administration, advisor, cancellationToken));
        }

        return new JsonAnswer<AdvisorsAnswer>(new(answers), WebJson.Default.AdvisorsAnswer);
    }

    /// <summary>One advisor.</summary>
    public static async Task<IResult> GetOneAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        Gate.Refuse(request, "Advisor") is { } refusal
            ? refusal
            : await AnswerAsync(
                request, AdvisorProfileRules.IsId(id) ? await Administration(request).FindAsync(id, cancellationToken) : null, cancellationToken);

    /// <summary>Adds an advisor, or with If-Match changes one.</summary>
    public static async Task<IResult> PutOneAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "PutAdvisor") is { } refusal)
        {
            return refusal;
        }

        var (profile, problem) = await TextBody.ReadAsync(request, WebJson.Default.AdvisorSeed, cancellationToken);
        if (profile is null)
        {
            return problem!;
        }

        if (AdvisorProfileRules.Fault(profile) is { } fault)
        {
            return Problems.BodyInvalid(fault.Field, fault.ToString());
        }

        if (profile.Id != id)
        {
            return Problems.BodyInvalid("id", $"id: It must be that of the address, '{id}'.");
        }

        ProblemAnswer? refused = null;
        var written = await Administration(request).PutAsync(
            profile,
            current => (refused = current is null ? RefuseNew(request) : TextTag.Refuse(request, TagSource(current))) is null,
            cancellationToken);
        return written is null ? refused ?? LibraryProblems.Of(Suggestions.Editing.EditRefusal.Changed) : await AnswerAsync(request, written, cancellationToken);
    }

    /// <summary>Says where an advisor is.</summary>
    public static async Task<IResult> PutPresenceAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "AdvisorPresence") is { } refusal)
        {
            return refusal;
        }

        var (order, problem) = await TextBody.ReadAsync(request, WebJson.Default.PresenceOrder, cancellationToken);
        if (order is null)
        {
            return problem!;
        }

        if (order.State is not { } state)
        {
            return Problems.BodyInvalid("state", "state must be one of present, pause, gone.");
        }

        var now = request.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (order.Until is { } until && (until <= now || state == PresenceState.Gone))
        {
            return Problems.BodyInvalid("until", "until must be later than now, and is for present and pause alone.");
        }

        return await AnswerAsync(
            request,
            AdvisorProfileRules.IsId(id) ? await Administration(request).SetPresenceAsync(id, state, order.Until, cancellationToken) : null,
            cancellationToken);
    }

    /// <summary>Says that an advisor's desk is connected.</summary>
    public static async Task<IResult> PostHeartbeatAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        Gate.Refuse(request, "AdvisorHeartbeat") is { } refusal
            ? refusal
            : await AnswerAsync(
                request, AdvisorProfileRules.IsId(id) ? await Administration(request).HeartbeatAsync(id, cancellationToken) : null, cancellationToken);

    private static ProblemAnswer? RefuseNew(HttpRequest request) =>
        request.Headers.IfMatch.Count == 0 ? null : LibraryProblems.Of(Suggestions.Editing.EditRefusal.Changed);

    private static async Task<IResult> AnswerAsync(HttpRequest request, Advisor? advisor, CancellationToken cancellationToken)
    {
        if (advisor is null)
        {
            return Problems.AdvisorUnknown();
        }

        var answer = await AnswerOfAsync(Administration(request), advisor, cancellationToken);
        request.HttpContext.Response.Headers.ETag = answer.ETag;
        return new JsonAnswer<AdvisorAnswer>(answer, WebJson.Default.AdvisorAnswer);
    }

    private static async Task<AdvisorAnswer> AnswerOfAsync(
        AdvisorAdministration administration, Advisor advisor, CancellationToken cancellationToken)
    {
        var takes = await administration.TakesNowAsync(advisor, cancellationToken);
        return new AdvisorAnswer
        {
            Profile = advisor.Profile,
            ETag = TextTag.Of(TagSource(advisor.Profile)),
            Presence = advisor.Presence,
            Takes = takes,
            Load = advisor.Load,
            Claims = advisor.Claims,
        };
    }

    // The row changes with every conversation that comes and goes: who edits the profile edits only that.
    private static string TagSource(AdvisorSeed profile) => JsonSerializer.Serialize(
        profile with { Skills = new SortedDictionary<string, int>(profile.Skills.ToDictionary(), StringComparer.Ordinal) }, WebJson.Default.AdvisorSeed);

    private static AdvisorAdministration Administration(HttpRequest request) =>
        request.HttpContext.RequestServices.GetRequiredService<AdvisorAdministration>();
}
