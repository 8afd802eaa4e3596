using Microsoft.AspNetCore.Http;
using Pipeline.Quality.Review.Samples;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>Samples of conversations to review.</summary>
public static class SamplesEndpoint
{
    private const string Example = """{"from":"2026-03-01","to":"2026-03-31","size":20,"seed":7,"stratify":"reason","mostPerAdvisor":2}""";

    /// <summary>Draws a sample and keeps it.</summary>
    public static async Task<IResult> PostAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (entered, refusal) = ReviewRequest.Enter(request, "DrawSample");
        if (entered is null)
        {
            return refusal!;
        }

        var (definition, problem) = await JsonOrder.ReadAsync(request, ReviewWebJson.Default.SampleDefinition, Example, cancellationToken);
        if (definition is null)
        {
            return problem!;
        }

        if (FaultOf(definition) is { } fault)
        {
            return fault;
        }

        return await entered.ReadAsync("review~samples", "DrawSample", cancellationToken) is { } unaudited
            ? unaudited
            : new JsonAnswer<ReviewSample>(
                await entered.Service<SampleDesk>().DrawAsync(definition, entered.Caller, cancellationToken), ReviewWebJson.Default.ReviewSample);
    }

    /// <summary>The samples that were drawn.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (entered, refusal) = ReviewRequest.Enter(request, "Samples", "limit", "continuation");
        if (entered is null)
        {
            return refusal!;
        }

        var (limit, continuation, problem) = entered.Page();
        return problem is not null
            ? problem
            : new JsonAnswer<SamplePage>(
                await entered.Service<SampleDesk>().ListAsync(limit, continuation, cancellationToken), ReviewWebJson.Default.SamplePage);
    }

    /// <summary>One sample.</summary>
    public static async Task<IResult> GetOneAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (entered, refusal) = ReviewRequest.Enter(request, "Sample");
        return entered is null ? refusal!
            : ReviewRequest.IsId(id) && await entered.Service<SampleDesk>().FindAsync(id, cancellationToken) is { } sample
                ? new JsonAnswer<ReviewSample>(sample, ReviewWebJson.Default.ReviewSample)
                : ReviewProblems.SampleUnknown();
    }

    /// <summary>Draws a sample again, as conversations are now: so that anybody can see that nobody chose.</summary>
    public static async Task<IResult> PostRedrawAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (entered, refusal) = ReviewRequest.Enter(request, "RedrawSample");
        if (entered is null)
        {
            return refusal!;
        }

        var desk = entered.Service<SampleDesk>();
        return ReviewRequest.IsId(id) && await desk.FindAsync(id, cancellationToken) is { } sample
            ? new JsonAnswer<ReviewSample>(
                await desk.DrawnAsync(sample.Definition, entered.Caller, cancellationToken), ReviewWebJson.Default.ReviewSample)
            : ReviewProblems.SampleUnknown();
    }

    private static ProblemAnswer? FaultOf(SampleDefinition definition) =>
        definition.To < definition.From ? Problems.BodyInvalid("to", "to must not be before from.")
        : definition.To == DateOnly.MaxValue || definition.From.Year < 2000 ? Problems.BodyInvalid("from", "from and to must be days of this age, from 2000 on.")
        : definition.Size is < 1 or > ReviewSample.MostDrawn ? Problems.BodyInvalid("size", $"size must be from 1 to {ReviewSample.MostDrawn}.")
        : definition.MostPerAdvisor < 1 ? Problems.BodyInvalid("mostPerAdvisor", "mostPerAdvisor must be 1 or more.")
        : definition is { EqualStrata: true, Stratify: null } ? Problems.BodyInvalid("equalStrata", "equalStrata needs stratify.")
        : null;
}
