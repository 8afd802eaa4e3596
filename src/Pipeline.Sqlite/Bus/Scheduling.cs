using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Bus;

/// <summary>Brings scheduled messages to their sources when they are due. Thread-safe.</summary>
internal sealed class Scheduling : IDisposable
{
    private const int Batch = 256;

    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly BusStore _store;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private SqliteWriter? _writer;
    private SourceMap? _sources;
    private DateTimeOffset _firstDue = DateTimeOffset.MaxValue;

    public Scheduling(BusStore store, TimeProvider clock)
    {
        _store = store;
        _clock = clock;
        _timer = clock.CreateTimer(_ => OnTimer(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Starts, with what was scheduled before.</summary>
    public void Start(SqliteWriter writer, SourceMap sources, DateTimeOffset? firstDue)
    {
        (_writer, _sources) = (writer, sources);
        Set(firstDue ?? DateTimeOffset.MaxValue);
    }

    /// <summary>A message was scheduled.</summary>
    public void Expect(DateTimeOffset due)
    {
        lock (_gate)
        {
            if (due < _firstDue)
            {
                Set(due);
            }
        }
    }

    /// <summary>Makes sure that what is due now can be received. Costs a look at the clock when nothing is.</summary>
    public async ValueTask ActivateDueAsync()
    {
        while (IsDue())
        {
            await _writer!.RunAsync(Activation());
        }
    }

    public void Dispose() => _timer.Dispose();

    private bool IsDue()
    {
        lock (_gate)
        {
            return _firstDue <= _clock.GetUtcNow();
        }
    }

    private void OnTimer()
    {
        if (IsDue())
        {
            _writer!.TryPost(Activation());
        }
        else
        {
            lock (_gate)
            {
                Set(_firstDue);
            }
        }
    }

    private StoreOperation<int> Activation()
    {
        IReadOnlyList<(int[] Targets, StoredDelivery Delivery)> activated = [];
        return new StoreOperation<int>(
            () => activated = _store.ActivateDue(_clock.GetUtcNow(), Batch),
            () =>
            {
                foreach (var (targets, delivery) in activated)
                {
                    _sources!.Add(targets, delivery);
                }

                lock (_gate)
                {
                    Set(_store.FirstDue() ?? DateTimeOffset.MaxValue);
                }

                return activated.Count;
            },
            () => _timer.Change(Retry, Timeout.InfiniteTimeSpan));
    }

    private void Set(DateTimeOffset firstDue)
    {
        _firstDue = firstDue;
        _timer.Change(
            firstDue == DateTimeOffset.MaxValue ? Timeout.InfiniteTimeSpan : Wait.Until(firstDue, _clock), Timeout.InfiniteTimeSpan);
    }
}
