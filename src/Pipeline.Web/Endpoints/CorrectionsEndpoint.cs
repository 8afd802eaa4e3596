using Microsoft.AspNetCore.Http;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Review.Corrections;
using Pipeline.Quality.Review.Scorecards;
using Pipeline.Scoring.Intents;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>Persons correct what programs said of a message or a conversation.</summary>
public static class CorrectionsEndpoint
{
    private const string Example = """{"messageId":"m3","sentiment":"Negative","emotion":"Annoyance","cause":"irony"}""";

    /// <summary>Corrects. It is taken in as a message of the conversation: it holds a moment later.</summary>
    public static async Task<IResult> PostAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        var (entered, refusal) = await ReviewRequest.EnterAsync(request, "Correct", key, cancellationToken);
        if (entered is null)
        {
            return refusal!;
        }

        var (order, problem) = await JsonOrder.ReadAsync(request, ReviewWebJson.Default.CorrectionOrder, Example, cancellationToken);
        if (order is null)
        {
            return problem!;
        }

        if (FaultOf(order) is { } fault)
        {
            return fault;
        }

        if (await entered.ChangeAsync(key, "Correct", cancellationToken) is { } unaudited)
        {
            return unaudited;
        }

        var says = new Correction
        {
            By = entered.Caller,
            Cause = order.Cause,
            Sentiment = order.Sentiment,
            Emotion = order.Emotion,
            Intent = order.Intent,
            Reason = order.Reason,
            Outcome = order.Outcome?.ToString(),
            Skill = order.Skill,
            Hard = order.Hard,
        };
        return Answer(await entered.Service<CorrectionDesk>().CorrectAsync(key, order.MessageId, says, order.Id, cancellationToken));
    }

    /// <summary>The corrections of a conversation.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        var (entered, refusal) = await ReviewRequest.EnterAsync(request, "Corrections", key, cancellationToken);
        if (entered is null)
        {
            return refusal!;
        }

        if (await entered.Service<ITranscripts>().ReadAsync(key, cancellationToken) is not { } transcript)
        {
            return Problems.ConversationUnknown();
        }

        return await entered.ReadAsync(key, "Corrections", cancellationToken) is { } unaudited
            ? unaudited
            : new JsonAnswer<CorrectionsAnswer>(new(transcript.Corrections ?? []), ReviewWebJson.Default.CorrectionsAnswer);
    }

    /// <summary>Takes a correction back.</summary>
    public static async Task<IResult> DeleteAsync(HttpRequest request, string key, string id, CancellationToken cancellationToken)
    {
        var (entered, refusal) = await ReviewRequest.EnterAsync(request, "WithdrawCorrection", key, cancellationToken);
        return entered is null ? refusal!
            : await entered.ChangeAsync(key, "WithdrawCorrection", cancellationToken) is { } unaudited ? unaudited
            : Answer(await entered.Service<CorrectionDesk>().WithdrawAsync(key, id, entered.Caller, cancellationToken));
    }

    /// <summary>The closed conversations in which something stands corrected, for training.</summary>
    public static async Task<IResult> GetAllAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (entered, refusal) = ReviewRequest.Enter(request, "CorrectedConversations", "limit", "continuation");
        if (entered is null)
        {
            return refusal!;
        }

        var (limit, continuation, problem) = entered.Page();
        if (problem is not null)
        {
            return problem;
        }

        try
        {
            return await entered.ReadAsync("review~corrections", "CorrectedConversations", cancellationToken) is { } unaudited
                ? unaudited
                : new JsonAnswer<CorrectedConversations>(
                    await entered.Service<CorrectionProjection>().ListAsync(limit, continuation, cancellationToken),
                    ReviewWebJson.Default.CorrectedConversations);
        }
        catch (FormatException)
        {
            return Problems.QueryInvalid("continuation", "what the page before gave as its continuation");
        }
    }

    private static ProblemAnswer? FaultOf(CorrectionOrder order)
    {
        var ofMessage = order.Sentiment is not null || order.Emotion is not null || order.Intent is not null;
        var ofConversation = order.Reason is not null || order.Outcome is not null || order.Skill is not null || order.Hard is not null;
        return order.Cause is null ? Problems.BodyInvalid("cause", "cause must be given.")
            : ofMessage == ofConversation ? Problems.BodyInvalid(
                null, "Give sentiment, emotion or intent of a message, or reason, outcome, skill or hard of the conversation; not both.")
            : ofMessage != order.MessageId is not null ? Problems.BodyInvalid(
                "messageId", "messageId goes with sentiment, emotion and intent, and not with what is said of the conversation.")
            : order.Id is { } id && !ScorecardCheck.IsName(id) ? Problems.BodyInvalid("id", "id must have 1 to 64 letters, digits, '.', '_' or '-'.")
            : order.Intent is { } intent && !IntentNames.Ordered.Contains(intent) ? Problems.BodyInvalid("intent", "intent must be one of docs/models.md.")
            : order.Reason is { } reason && !IntentNames.Ordered.Contains(reason) ? Problems.BodyInvalid("reason", "reason must be one of docs/models.md.")
            : order.Outcome == ConversationOutcome.Unknown ? Problems.BodyInvalid("outcome", "outcome must be one that a person can tell: Resolved, Unresolved, Unanswered.")
            : order.Skill is { } skill && !ScorecardCheck.IsName(skill) ? Problems.BodyInvalid("skill", "skill must be the name of a skill.")
            : null;
    }

    private static IResult Answer((CorrectionEntry? Entry, CorrectionRefusal? Refusal) outcome) => outcome.Entry is { } entry
        ? new JsonAnswer<CorrectionEntry>(entry, ReviewWebJson.Default.CorrectionEntry, StatusCodes.Status202Accepted)
        : ReviewProblems.Of(outcome.Refusal!.Value);
}
