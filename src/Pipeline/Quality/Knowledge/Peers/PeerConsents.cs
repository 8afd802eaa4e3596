using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Storage;

namespace Pipeline.Quality.Knowledge.Peers;

/// <summary>Whether an advisor wants to be named to colleagues who need help.</summary>
/// <param name="Advisor">The advisor.</param>
/// <param name="OptIn">Whether they want to.</param>
/// <param name="At">When they last said so; null when they never did, which is no.</param>
public sealed record PeerConsent(string Advisor, bool OptIn, DateTimeOffset? At);

/// <summary>Who wants to be named: nobody who did not say so themselves.</summary>
public sealed class PeerConsents(ITables tables, TimeProvider clock)
{
    private const string Partition = "peers";

    /// <summary>The ids of all who want to be named, as they are now.</summary>
    public async Task<IReadOnlySet<string>> ReadAsync(CancellationToken cancellationToken)
    {
        var consenting = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in tables.ReadAllAsync(TableNames.Questions, new TableQuery(Partition), cancellationToken))
        {
            if (row.Properties["OptIn"] is true)
            {
                consenting.Add(row.RowKey);
            }
        }

        return consenting;
    }

    /// <summary>What an advisor said.</summary>
    public async Task<PeerConsent> FindAsync(string advisor, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Questions, Partition, advisor, cancellationToken) is { } row
            ? new(advisor, row.Properties["OptIn"] is true, row.Time("At"))
            : new(advisor, false, null);

    /// <summary>Notes what an advisor says.</summary>
    public async Task<PeerConsent> SetAsync(string advisor, bool optIn, CancellationToken cancellationToken)
    {
        var consent = new PeerConsent(advisor, optIn, clock.GetUtcNow());
        var row = new TableRow(Partition, advisor, new Dictionary<string, object>(StringComparer.Ordinal) { ["OptIn"] = optIn }.Put("At", consent.At));
        await tables.ApplyAsync(TableNames.Questions, Partition, [new TableChange.Upsert(row)], cancellationToken);
        return consent;
    }
}
