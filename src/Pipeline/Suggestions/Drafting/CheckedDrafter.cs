using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.Ports;
using Pipeline.Suggestions.Drafting.Guard;

namespace Pipeline.Suggestions.Drafting;

/// <summary>
/// Asks the language model and lets through only what the guard accepts. Whatever goes wrong there is no draft, and the library's suggestions
/// stand: it never throws but for a cancellation by the caller. A metric counts every end by its name; no text is ever logged.
/// </summary>
public sealed partial class CheckedDrafter
{
    private const int FailuresUntilRest = 3;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private readonly IReplyDrafter? _drafter;
    private readonly DraftGuard _guard;
    private readonly DraftingOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<CheckedDrafter> _logger;
    private readonly Circuit _circuit;
    private readonly HourlyBudget _budget;

    /// <summary>A drafter; without an <see cref="IReplyDrafter"/> it never drafts.</summary>
    public CheckedDrafter(
        DraftGuard guard, IOptions<DraftingOptions> options, TimeProvider clock, ILogger<CheckedDrafter> logger, IReplyDrafter? drafter = null)
    {
        _drafter = drafter;
        _guard = guard;
        _options = options.Value;
        _clock = clock;
        _logger = logger;
        _circuit = new Circuit(FailuresUntilRest, Rest, clock);
        _budget = new HourlyBudget(_options.DraftsPerHour, clock);
    }

    /// <summary>Whether drafts are made for a brand.</summary>
    public bool IsOnFor(string brand) => _drafter is not null && _options.IsOnFor(brand);

    /// <summary>A draft that the guard accepts; null when there is none.</summary>
    public async Task<IReadOnlyList<DraftSentence>?> DraftAsync(DraftGround ground, CancellationToken cancellationToken)
    {
        if (_drafter is null || ground.Facts.Count == 0)
        {
            return null;
        }

        if (!_circuit.MayAsk())
        {
            return Ended("resting");
        }

        if (!_budget.TryTake(1))
        {
            _circuit.Withdrawn();
            return Ended("over_budget");
        }

        return await AskAsync(_drafter, ground, cancellationToken) is { } answer ? Check(answer, ground) : null;
    }

    private async Task<string?> AskAsync(IReplyDrafter drafter, DraftGround ground, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(_options.Patience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            // Also a drafter that does not listen to its token is left after the patience.
            var answer = await drafter.DraftAsync(DraftPrompts.Of(ground, _options.MaxTokens), either.Token).AsTask().WaitAsync(either.Token);
            _circuit.Succeeded();
            return answer;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _circuit.Withdrawn();
            throw;
        }
#pragma warning disable CA1031 // Whatever is wrong with the model's service, the library's suggestions stand.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            var busy = failure as DrafterBusyException;

            // The exception itself stays out of the log: its message may quote the text.
            Log.Failed(_logger, failure.GetType().Name);
            if (_circuit.Failed(busy is not null, busy?.RetryAfter))
            {
                Log.Rests(_logger);
            }

            Ended(busy is not null ? "busy" : failure is OperationCanceledException ? "slow" : "failed");
            return null;
        }
    }

    private IReadOnlyList<DraftSentence>? Check(string answer, DraftGround ground)
    {
        if (DraftAnswers.Read(answer) is not { } sentences)
        {
            return Ended("malformed");
        }

        var refusal = _guard.Check(sentences, ground);
        Ended(refusal is null ? "accepted" : RefusalReasons.Name(refusal.Reason));
        return refusal is null ? sentences : null;
    }

    private static IReadOnlyList<DraftSentence>? Ended(string outcome)
    {
        PipelineTelemetry.Drafted(outcome);
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The language model gave no draft ({Failure}); the library's suggestions stand.")]
        public static partial void Failed(ILogger logger, string failure);

        [LoggerMessage(2, LogLevel.Warning, "The language model is left alone for a while; the library's suggestions stand.")]
        public static partial void Rests(ILogger logger);
    }
}
