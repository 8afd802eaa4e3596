using Pipeline.Contracts;
using Pipeline.Ports;
using static Pipeline.Contracts.ContractTopology;

namespace Pipeline.Tests.Sqlite;

/// <summary>A bus as plainly as it can be told: lists in memory, looked through from the front.</summary>
public sealed class BusModel(DateTimeOffset now)
{
    private static readonly string[] Sources = [Orders, Returns, All, French, FrenchOrLoud];

    private readonly Dictionary<(string Entity, string Id), DateTimeOffset> _sent = [];
    private readonly List<Copy> _copies = [];
    private readonly Dictionary<string, Copy> _locks = [];
    private long _next;

    /// <summary>Whether the id is just outside the duplicate window, where a bus may remember it or not.</summary>
    public bool IsUnsure(string entity, string id) => _sent.TryGetValue((entity, id), out var at)
        && now - at >= DuplicateWindow && now - at <= DuplicateWindow * 1.25;

    public void Send(string entity, BusMessage message)
    {
        if (_sent.TryGetValue((entity, message.Id), out var at) && now - at < DuplicateWindow)
        {
            return;
        }

        _sent[(entity, message.Id)] = now;
        foreach (var source in Sources.Where(source => source.Split('/')[0] == entity && Wants(source, message.Properties)))
        {
            _copies.Add(new Copy(source, message) { Number = _next, Due = message.ScheduledFor > now ? message.ScheduledFor : null });
        }

        _next++;
    }

    /// <summary>Takes what a receiver should get, and remembers the locks under the names that the bus gave.</summary>
    public IReadOnlyList<(string Id, int Count)> Receive(string source, int maxMessages, IReadOnlyList<string> tokens)
    {
        List<(string Id, int Count)> received = [];
        foreach (var copy in Ready(source))
        {
            if (received.Count == maxMessages)
            {
                break;
            }

            if (copy.Count >= MaxDeliveryCount)
            {
                copy.IsDead = true;
                continue;
            }

            copy.Count++;
            copy.Kept = copy.Number < copy.KeepBelow ? copy.Count : copy.Kept;
            copy.LockedUntil = now + LockDuration;
            if (received.Count < tokens.Count)
            {
                _locks[tokens[received.Count]] = copy;
            }

            received.Add((copy.Message.Id, copy.Count));
        }

        return received;
    }

    public void Settle(string token, char how)
    {
        if (!_locks.Remove(token, out var copy))
        {
            return;
        }

        copy.LockedUntil = null;
        switch (how)
        {
            case 'c':
                _copies.Remove(copy);
                break;
            case 'd':
                copy.IsDead = true;
                break;
            default:
                copy.Kept = copy.Count;
                copy.IsDead = copy.Count >= MaxDeliveryCount;
                break;
        }
    }

    public void Advance(TimeSpan by)
    {
        now += by;
        foreach (var (token, copy) in _locks.Where(held => held.Value.LockedUntil <= now).ToArray())
        {
            _locks.Remove(token);
            copy.LockedUntil = null;
            copy.Kept = copy.Count;
            copy.IsDead = copy.Count >= MaxDeliveryCount;
        }

        var due = _copies.Where(copy => copy.Due <= now).GroupBy(copy => (copy.Due, copy.Number)).OrderBy(group => group.Key).ToArray();
        foreach (var copies in due)
        {
            foreach (var copy in copies)
            {
                (copy.Due, copy.Number) = (null, _next);
            }

            _next++;
        }
    }

    public void Replay(string source, int deadLetter)
    {
        if (Dead(source).ElementAtOrDefault(deadLetter) is { } copy)
        {
            _copies.Remove(copy);
            _copies.Add(new Copy(source, copy.Message) { Number = _next++ });
        }
    }

    public void Purge(string source, int deadLetter)
    {
        if (Dead(source).ElementAtOrDefault(deadLetter) is { } copy)
        {
            _copies.Remove(copy);
        }
    }

    public void Reopen(bool afterCrash)
    {
        _locks.Clear();
        foreach (var copy in _copies)
        {
            // A crash forgets deliveries that were not written down; from then on they are.
            copy.Count = afterCrash && !copy.IsDead ? copy.Kept : copy.Count;
            copy.Kept = copy.Count;
            copy.LockedUntil = null;
            copy.KeepBelow = afterCrash ? _next : 0;
        }
    }

    public IReadOnlyList<(string Id, int Count)> DeadLetters(string source) =>
        [.. Dead(source).Select(copy => (copy.Message.Id, copy.Count))];

    public QueueDepth Depth(string source)
    {
        var copies = _copies.Where(copy => copy.Source == source).ToArray();
        return new(
            source,
            copies.Count(copy => !copy.IsDead && copy.Due is null),
            copies.Count(copy => copy.Due is not null),
            copies.Count(copy => copy.IsDead));
    }

    private static bool Wants(string source, IReadOnlyDictionary<string, string> properties)
    {
        var subscriptions = ContractTopology.Topology.Topics[0].Subscriptions;
        var subscription = subscriptions.FirstOrDefault(subscription => source == $"{Events}/{subscription.Name}");
        return subscription is null || subscription.Filters.Count == 0 || subscription.Filters.Any(filter => filter.Matches(properties));
    }

    private IEnumerable<Copy> Dead(string source) =>
        _copies.Where(copy => copy.Source == source && copy.IsDead).OrderBy(copy => copy.Number);

    private Copy[] Ready(string source) =>
    [
        .. _copies.Where(copy => copy.Source == source && !copy.IsDead && copy.Due is null && copy.LockedUntil is null)
            .OrderBy(copy => copy.Number),
    ];

    private sealed class Copy(string source, BusMessage message)
    {
        public string Source => source;

        public BusMessage Message => message;

        public long Number { get; set; }

        public int Count { get; set; }

        public int Kept { get; set; }

        public long KeepBelow { get; set; }

        public bool IsDead { get; set; }

        public DateTimeOffset? Due { get; set; }

        public DateTimeOffset? LockedUntil { get; set; }
    }
}
