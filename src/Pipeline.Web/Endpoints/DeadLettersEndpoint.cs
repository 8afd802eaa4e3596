using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Ports;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.DeadLetters;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>The messages that could not be handled, for administrators: looked at, put back on the path, or removed.</summary>
public static partial class DeadLettersEndpoint
{
    /// <summary>The most dead letters of one page.</summary>
    public const int MaxLimit = 250;

    /// <summary>The dead letters of a page when the query does not say.</summary>
    public const int DefaultLimit = 50;

    /// <summary>A page of one source, oldest first: <c>source</c>, <c>after</c> (a number, from the page before), <c>limit</c>.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "DeadLetters") is { } refusal)
        {
            return refusal;
        }

        var query = new QueryReader(request.Query, "source", "after", "limit");
        var name = query.Text("source");
        var after = query.Sequence("after");
        var limit = query.Number("limit", 1, MaxLimit, DefaultLimit);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        if (DeadLetterSource.Find(name) is not { } source)
        {
            return Problems.QueryInvalid("source", DeadLetterSource.Expected);
        }

        var found = await Port(request).ListAsync(source, after, limit, cancellationToken);
        long? next = found.Count == 0 ? null : found[^1].SequenceNumber;
        return new JsonAnswer<DeadLetterPage>(new(source, [.. found.Select(Summary)], next), WebJson.Default.DeadLetterPage);
    }

    /// <summary>One dead letter, without what people wrote.</summary>
    public static async Task<IResult> GetOneAsync(HttpRequest request, string source, string number, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "DeadLetter") is { } refusal)
        {
            return refusal;
        }

        if (DeadLetterSource.Find(source) is not { } known
            || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) || sequence < 1)
        {
            return Problems.DeadLetterUnknown();
        }

        var found = await Port(request).ListAsync(known, sequence - 1, 1, cancellationToken);
        return found is [var letter] && letter.SequenceNumber == sequence
            ? new JsonAnswer<DeadLetterAnswer>(Whole(letter), WebJson.Default.DeadLetterAnswer)
            : Problems.DeadLetterUnknown();
    }

    /// <summary>Puts dead letters back where they came from.</summary>
    public static Task<IResult> PostReplayAsync(HttpRequest request, CancellationToken cancellationToken) =>
        HandleAsync(
            request,
            "ReplayDeadLetters",
            (port, source, numbers) => port.ReplayAsync(source, numbers, cancellationToken),
            cancellationToken);

    /// <summary>Removes dead letters for good.</summary>
    public static Task<IResult> PostPurgeAsync(HttpRequest request, CancellationToken cancellationToken) =>
        HandleAsync(
            request,
            "PurgeDeadLetters",
            (port, source, numbers) => port.PurgeAsync(source, numbers, cancellationToken),
            cancellationToken);

    private static async Task<IResult> HandleAsync(
        HttpRequest request,
        string endpoint,
        Func<IDeadLetters, string, IReadOnlyList<long>, Task<int>> handleAsync,
        CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, endpoint) is { } refusal)
        {
            return refusal;
        }

        var (order, problem) = await OrderReader.ReadAsync(request, cancellationToken);
        if (order is not { Source: { } source })
        {
            return problem!;
        }

        var port = Port(request);
        var (numbers, more) = order.Numbers is { } named ? (named, false) : await FirstAsync(port, source, cancellationToken);
        var handled = numbers.Count == 0 ? 0 : await handleAsync(port, source, numbers);
        var loggers = request.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>();
        Log.Handled(loggers.CreateLogger(typeof(DeadLettersEndpoint)), endpoint, source, handled, Gate.Entered(request)?.Name);
        return new JsonAnswer<DeadLettersHandled>(new(source, handled, more), WebJson.Default.DeadLettersHandled);
    }

    /// <summary>
    /// The numbers of the oldest dead letters, as many as one order takes: found before any is handled, so that one that comes straight
    /// back is not handled again and again.
    /// </summary>
    private static async Task<(IReadOnlyList<long> Numbers, bool More)> FirstAsync(
        IDeadLetters port, string source, CancellationToken cancellationToken)
    {
        List<long> numbers = [];
        while (true)
        {
            var page = await port.ListAsync(source, numbers.LastOrDefault(), MaxLimit, cancellationToken);
            foreach (var letter in page)
            {
                if (numbers.Count == OrderReader.MaxNumbers)
                {
                    return (numbers, true);
                }

                numbers.Add(letter.SequenceNumber);
            }

            if (page.Count == 0)
            {
                return (numbers, false);
            }
        }
    }

    private static IDeadLetters Port(HttpRequest request) => request.HttpContext.RequestServices.GetRequiredService<IDeadLetters>();

    private static DeadLetterSummary Summary(DeadLetter letter) => new(
        letter.SequenceNumber,
        BodyOutline.Of(letter.Message.Body).Kind,
        letter.Message.PartitionKey,
        letter.Reason,
        letter.Description,
        letter.DeliveryCount,
        letter.EnqueuedAt,
        letter.FailedAt);

    private static DeadLetterAnswer Whole(DeadLetter letter)
    {
        var outline = BodyOutline.Of(letter.Message.Body);
        return new()
        {
            Source = letter.Source,
            Number = letter.SequenceNumber,
            Id = letter.Message.Id,
            Kind = outline.Kind,
            Conversation = letter.Message.PartitionKey,
            Reason = letter.Reason,
            Description = letter.Description,
            DeliveryCount = letter.DeliveryCount,
            EnqueuedAt = letter.EnqueuedAt,
            FailedAt = letter.FailedAt,
            Properties = letter.Message.Properties.Where(property => property.Key != Envelope.FailedAt).ToDictionary(),
            BodyBytes = letter.Message.Body.Length,
            Body = outline.Values,
        };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Order} of {Source}: {Count}, by {Caller}.")]
        public static partial void Handled(ILogger logger, string order, string source, int count, string? caller);
    }
}
