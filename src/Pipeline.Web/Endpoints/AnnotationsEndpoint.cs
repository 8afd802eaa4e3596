using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pipeline.Quality.Review.Annotations;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>Notes at messages, and the wall of thanks.</summary>
public static class AnnotationsEndpoint
{
    private const string Example = """{"messageId":"m3","kind":"goodPractice"}""";

    /// <summary>Notes something at a message.</summary>
    public static async Task<IResult> PostAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        var (entered, refusal) = await ReviewRequest.EnterAsync(request, "Annotate", key, cancellationToken);
        if (entered is null)
        {
            return refusal!;
        }

        var (order, problem) = await JsonOrder.ReadAsync(request, ReviewWebJson.Default.AnnotationOrder, Example, cancellationToken);
        if (order is null)
        {
            return problem!;
        }

        if (order.MessageId is null || order.Kind is not { } kind || order.Comment?.Length > MessageAnnotation.MaxComment)
        {
            return order.MessageId is null ? Problems.BodyInvalid("messageId", "messageId must be given.")
                : order.Kind is null ? Problems.BodyInvalid("kind", "kind must be one of goodPractice, irritant, compliance, trainingExample, delight.")
                : Problems.BodyInvalid("comment", $"comment may have {MessageAnnotation.MaxComment} characters.");
        }

        if (await entered.ChangeAsync(key, "Annotate", cancellationToken) is { } unaudited)
        {
            return unaudited;
        }

        var (annotation, refused) = await entered.Service<AnnotationDesk>().AddAsync(
            key, order.MessageId, kind, order.Comment, entered.Caller, cancellationToken);
        return annotation is null
            ? ReviewProblems.Of(refused!.Value)
            : new JsonAnswer<MessageAnnotation>(annotation, ReviewWebJson.Default.MessageAnnotation);
    }

    /// <summary>The notes of a conversation.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        var (entered, refusal) = await ReviewRequest.EnterAsync(request, "Annotations", key, cancellationToken);
        return entered is null ? refusal!
            : await entered.ReadAsync(key, "Annotations", cancellationToken) is { } unaudited ? unaudited
            : new JsonAnswer<AnnotationsAnswer>(
                new(await entered.Service<AnnotationDesk>().OfAsync(key, cancellationToken)), ReviewWebJson.Default.AnnotationsAnswer);
    }

    /// <summary>Takes a note away.</summary>
    public static async Task<IResult> DeleteAsync(HttpRequest request, string key, string id, CancellationToken cancellationToken)
    {
        var (entered, refusal) = await ReviewRequest.EnterAsync(request, "RemoveAnnotation", key, cancellationToken);
        if (entered is null)
        {
            return refusal!;
        }

        if (await entered.ChangeAsync(key, "RemoveAnnotation", cancellationToken) is { } unaudited)
        {
            return unaudited;
        }

        var desk = entered.Service<AnnotationDesk>();
        return ReviewRequest.IsId(id) && await desk.RemoveAsync(key, id, cancellationToken)
            ? new JsonAnswer<AnnotationsAnswer>(new(await desk.OfAsync(key, cancellationToken)), ReviewWebJson.Default.AnnotationsAnswer)
            : ReviewProblems.AnnotationUnknown();
    }

    /// <summary>The thanks of a month (<c>month</c>, this one when not given), newest first.</summary>
    public static async Task<IResult> GetThanksAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (entered, refusal) = ReviewRequest.Enter(request, "Thanks", "month", "limit");
        if (entered is null)
        {
            return refusal!;
        }

        var limit = entered.Query.Number("limit", 1, ReviewRequest.MaxLimit, ReviewRequest.DefaultLimit);
        var month = entered.Query.Text("month")
            ?? entered.Service<TimeProvider>().GetUtcNow().ToString("yyyy-MM", CultureInfo.InvariantCulture);
        return entered.Query.Problem is { } wrong ? wrong
            : !DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
                ? Problems.QueryInvalid("month", "a month written YYYY-MM, such as 2026-03")
            : new JsonAnswer<ThanksWall>(
                await entered.Service<ThanksProjection>().ReadAsync(first.Year, first.Month, limit, cancellationToken), ReviewWebJson.Default.ThanksWall);
    }
}
