using Pipeline.Ports;

namespace Pipeline.Routing;

/// <summary>The rules in force: read from the settings table, and read again at most once a minute.</summary>
public sealed class RoutingRulesSource(ITables tables, TimeProvider clock)
{
    /// <summary>The partition of the rules in <see cref="TableNames.Settings"/>.</summary>
    public const string Partition = "routing";

    /// <summary>The row of the rules in force.</summary>
    public const string Row = "rules";

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private volatile Known? _known;

    /// <summary>The rules in force.</summary>
    /// <exception cref="InvalidOperationException">No rules were planted: the seeds have not run.</exception>
    /// <exception cref="FormatException">The stored rules are not valid.</exception>
    public async ValueTask<RoutingRules> ReadAsync(CancellationToken cancellationToken)
    {
        var known = _known;
        if (known is not null && clock.GetElapsedTime(known.ReadAt) < Fresh)
        {
            return known.Rules;
        }

        var row = await tables.ReadAsync(TableNames.Settings, Partition, Row, cancellationToken)
            ?? throw new InvalidOperationException("There are no routing rules: the seeds have not been planted.");
        var rules = known is not null && known.ETag == row.ETag ? known.Rules : RoutingRulesReader.Read(row.Text("Json")!, "Settings routing/rules");
        _known = new Known(rules, row.ETag, clock.GetTimestamp());
        return rules;
    }

    /// <summary>Lets this host see at once what was saved here.</summary>
    public void Refresh() => _known = null;

    private sealed record Known(RoutingRules Rules, string? ETag, long ReadAt);
}
