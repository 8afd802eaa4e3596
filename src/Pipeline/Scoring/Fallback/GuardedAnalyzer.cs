using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Scoring.Fallback;

/// <summary>
/// Asks the chosen analyser, and lets the local one stand in for it when it fails, is too slow, or has failed so often that it is left alone
/// for a while. The result says so (<see cref="TextAnalysis.Degraded"/>, with the local <see cref="TextAnalysis.Scorer"/>), a metric counts
/// it, and no message ever fails for it.
/// </summary>
public sealed partial class GuardedAnalyzer : IDisposable
{
    private readonly ITextAnalyzer _chosen;
    private readonly CareAnalyzer _local;
    private readonly ScoringOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<GuardedAnalyzer> _logger;
    private readonly Circuit _circuit;
    private readonly SemaphoreSlim _calls;

    /// <summary>Guards an analyser.</summary>
    /// <param name="chosen">The analyser that the host chose; the local one itself needs no guard.</param>
    /// <param name="local">The one that stands in.</param>
    /// <param name="options">How it is asked.</param>
    /// <param name="clock">Times it.</param>
    /// <param name="logger">Hears of failures, never of texts.</param>
    public GuardedAnalyzer(
        ITextAnalyzer chosen, CareAnalyzer local, IOptions<ScoringOptions> options, TimeProvider clock, ILogger<GuardedAnalyzer> logger)
    {
        _chosen = chosen;
        _local = local;
        _options = options.Value;
        _clock = clock;
        _logger = logger;
        _circuit = new Circuit(_options.FailuresUntilRest, _options.Rest, clock);
        _calls = new SemaphoreSlim(_options.MaxConcurrentCalls);
    }

    /// <summary>Whether the chosen analyser is left alone now: asked now, the local one would stand in at once.</summary>
    public bool Rests => _circuit.Rests;

    /// <summary>Analyses a text; never throws but for a cancellation by the caller.</summary>
    /// <param name="text">The masked text.</param>
    /// <param name="languageHint">The language the conversation is probably in (fr, en); null when not known.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<TextAnalysis> AnalyzeAsync(string text, string? languageHint, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(_chosen, _local))
        {
            return _local.Analyze(text, languageHint);
        }

        return _circuit.MayAsk()
            ? await AskAsync(text, languageHint, cancellationToken)
            : StandIn(text, languageHint, "resting");
    }

    /// <inheritdoc/>
    public void Dispose() => _calls.Dispose();

    private async Task<TextAnalysis> AskAsync(string text, string? hint, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(_options.Patience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var asked = false;
        try
        {
            await _calls.WaitAsync(either.Token);
            asked = true;
            var analysis = await CallAsync(text, hint, either.Token).WaitAsync(either.Token);
            if (_circuit.Succeeded())
            {
                Log.AnswersAgain(_logger);
            }

            return analysis;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _circuit.Withdrawn();
            throw;
        }
        catch (OperationCanceledException) when (!asked)
        {
            // All calls are taken: the service may be well.
            _circuit.Withdrawn();
            return StandIn(text, hint, "busy");
        }
#pragma warning disable CA1031 // Whatever is wrong with an analyser, the customer's message goes on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Failed(failure);
            return StandIn(text, hint, failure is OperationCanceledException ? "slow" : "failed");
        }
    }

    // The call is counted until it has really ended, also when nobody waits for it any more: those that hang must not pile up.
    private async Task<TextAnalysis> CallAsync(string text, string? hint, CancellationToken cancellationToken)
    {
        try
        {
            // Elsewhere: an analyser that blocks before its first await must not hold the caller beyond its patience.
            var analysis = await Task.Run(() => _chosen.AnalyzeAsync(text, hint, cancellationToken).AsTask(), CancellationToken.None);
            return analysis.Emotions.Count > 0 ? analysis : throw new InvalidDataException("The analysis names no emotion.");
        }
        finally
        {
            _calls.Release();
        }
    }

    private void Failed(Exception failure)
    {
        var busy = failure as AnalyzerBusyException;

        // The exception itself stays out of the log: its message may quote the text.
        Log.Failed(_logger, failure.GetType().Name);
        if (_circuit.Failed(busy is not null, busy?.RetryAfter))
        {
            Log.Rests(_logger);
        }
    }

    private TextAnalysis StandIn(string text, string? hint, string reason)
    {
        PipelineTelemetry.AnalyzerDegraded(reason);
        return _local.Analyze(text, hint) with { Degraded = true };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The analyser failed ({Failure}); the local one stood in.")]
        public static partial void Failed(ILogger logger, string failure);

        [LoggerMessage(2, LogLevel.Warning, "The analyser is left alone for a while; the local one stands in.")]
        public static partial void Rests(ILogger logger);

        [LoggerMessage(3, LogLevel.Warning, "The analyser answers again.")]
        public static partial void AnswersAgain(ILogger logger);
    }
}
