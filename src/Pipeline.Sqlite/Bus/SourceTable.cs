using Microsoft.Data.Sqlite;
using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Bus;

/// <summary>
/// The numbers of queues, topics and subscriptions, and how many messages each has: kept with every commit, for counting a long queue
/// would mean
/// reading it. Used on the writer's thread only.
/// </summary>
internal sealed class SourceTable : ITransactionPart, IDisposable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Depth> _committed = [];
    private readonly Dictionary<int, Depth> _changed = [];
    private readonly Statement _update;

    /// <summary>Reads the sources and adds those that are new.</summary>
    public SourceTable(SqliteConnection connection, IEnumerable<string> names)
    {
        using var read = new Statement(connection, "SELECT number, name, active, scheduled, dead FROM source");
        while (read.Step())
        {
            _numbers.Add(read.Text(1), (int)read.Integer(0));
            _committed.Add((int)read.Integer(0), new Depth(read.Integer(2), read.Integer(3), read.Integer(4)));
        }

        using var add = new Statement(connection, "INSERT INTO source (number, name) VALUES (?, ?)");
        foreach (var name in names.Where(name => !_numbers.ContainsKey(name)))
        {
            var number = _numbers.Count + 1;
            add.Bind(1, number).Bind(2, name).Execute();
            _numbers.Add(name, number);
            _committed.Add(number, default);
        }

        _update = new Statement(connection, "UPDATE source SET active = ?, scheduled = ?, dead = ? WHERE number = ?");
    }

    /// <summary>The number of a queue, topic or subscription.</summary>
    public int Number(string name) => _numbers[name];

    /// <summary>The numbers of all subscriptions a topic ever had: one that is no longer declared keeps its messages.</summary>
    public IReadOnlyList<int> Subscriptions(string topic) =>
        [.. _numbers.Where(entry => entry.Key.StartsWith(topic + "/", StringComparison.Ordinal)).Select(entry => entry.Value)];

    /// <summary>How many messages a source has, as committed.</summary>
    public Depth Read(int source) => _committed[source];

    /// <summary>Counts messages that came or went, within a transaction.</summary>
    public void Adjust(int source, int active = 0, int scheduled = 0, int dead = 0)
    {
        var depth = _changed.TryGetValue(source, out var changed) ? changed : _committed.GetValueOrDefault(source);
        _changed[source] = new Depth(depth.Active + active, depth.Scheduled + scheduled, depth.Dead + dead);
    }

    /// <inheritdoc/>
    public void BeforeCommit()
    {
        foreach (var (source, depth) in _changed)
        {
            _update.Bind(1, depth.Active).Bind(2, depth.Scheduled).Bind(3, depth.Dead).Bind(4, source).Execute();
        }
    }

    /// <inheritdoc/>
    public void Committed()
    {
        foreach (var (source, depth) in _changed)
        {
            _committed[source] = depth;
        }

        _changed.Clear();
    }

    /// <inheritdoc/>
    public void RolledBack() => _changed.Clear();

    public void Dispose() => _update.Dispose();

    /// <summary>How many messages a source has.</summary>
    internal readonly record struct Depth(long Active, long Scheduled, long Dead)
    {
        /// <summary>The depth of a source of this name.</summary>
        public Ports.QueueDepth Of(string name) => new(name, Active, Scheduled, Dead);
    }
}
