using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Pipeline.Training.Cost;

/// <summary>Counts for whichever stage runs at the moment. The replay runs one message at a time, so that every call is that stage's.</summary>
public sealed class PathMeter : IDisposable
{
    private readonly Dictionary<string, StageTally> _tallies;
    private readonly ActivityListener _listener;
    private readonly MeterListener _metrics = new();
    private readonly HashSet<string> _series = [];
    private readonly Lock _counting = new();
    private StageTally? _running;
    private Work _work = new(TimeSpan.Zero, 0, 0, 0);
    private TimeSpan _outside;
    private long _busy;

    /// <summary>Listens to the spans of the path.</summary>
    public PathMeter()
    {
        _tallies = ConversationFlow.Routes.Select(route => route.Name).Prepend(Capture)
            .ToDictionary(name => name, name => new StageTally(name), StringComparer.Ordinal);
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == PipelineTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _ => Count(tally => tally.Spans++),
        };
        ActivitySource.AddActivityListener(_listener);
        _metrics.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == PipelineTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _metrics.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        _metrics.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        _metrics.Start();
    }

    /// <summary>The name of the stage that takes webhooks in.</summary>
    public static string Capture => "Capture";

    /// <summary>How many series of metrics were seen: an instrument with its tags.</summary>
    public int MetricSeries => _series.Count;

    /// <summary>The tallies, in the order of the path.</summary>
    public IReadOnlyList<StageTally> Tallies => [.. _tallies.Values];

    /// <summary>Runs a stage for one message, and tells what it did.</summary>
    public async Task<Work> RunAsync(string stage, Func<Task> run)
    {
        (_running, _work, _outside) = (_tallies[stage], new(TimeSpan.Zero, 0, 0, 0), TimeSpan.Zero);
        var start = Stopwatch.GetTimestamp();
        await run();
        var own = Stopwatch.GetElapsedTime(start) - _outside;
        _running = null;
        return _work with { Own = own > TimeSpan.Zero ? own : TimeSpan.Zero };
    }

    /// <summary>Counts for the running stage; what happens while none runs (planting, say) is not counted.</summary>
    public void Count(Action<StageTally> count)
    {
        lock (_counting)
        {
            if (_running is { } tally)
            {
                count(tally);
            }
        }
    }

    /// <summary>Makes a call to the outside, whose time is not the stage's own.</summary>
    public async Task<T> OutsideAsync<T>(Func<Work, Work> add, Func<Task<T>> call)
    {
        var start = Stopwatch.GetTimestamp();
        var first = Interlocked.Increment(ref _busy) == 1;
        try
        {
            return await call();
        }
        finally
        {
            Interlocked.Decrement(ref _busy);
            lock (_counting)
            {
                _work = add(_work);
                _outside += first ? Stopwatch.GetElapsedTime(start) : TimeSpan.Zero;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _listener.Dispose();
        _metrics.Dispose();
    }

    private void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_counting)
        {
            _series.Add($"{instrument.Name} {string.Join(' ', tags.ToArray())}");
        }
    }
}
