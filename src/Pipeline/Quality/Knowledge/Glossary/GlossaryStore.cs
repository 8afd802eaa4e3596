using Pipeline.Ports;

namespace Pipeline.Quality.Knowledge.Glossary;

/// <summary>The glossary: one partition a language, a row an entry, and behind them the versions that came before.</summary>
public sealed class GlossaryStore(ITables tables, TimeProvider clock)
{
    private const string AfterKeys = "~";

    /// <summary>The entries of a language that hold, by abbreviation, then by trade.</summary>
    public async Task<IReadOnlyList<GlossaryEntry>> ReadAsync(string language, CancellationToken cancellationToken)
    {
        List<GlossaryEntry> entries = [];
        var query = new TableQuery(GlossaryEntry.PartitionOf(language), BeforeRowKey: AfterKeys);
        await foreach (var row in tables.ReadAllAsync(TableNames.Questions, query, cancellationToken))
        {
            if (GlossaryEntry.Read(row) is { RetiredAt: null } entry)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    /// <summary>One entry, retired or not; null when there is none such.</summary>
    public async Task<GlossaryEntry?> FindAsync(string language, string abbreviation, string trade, CancellationToken cancellationToken) =>
        await tables.ReadAsync(
            TableNames.Questions, GlossaryEntry.PartitionOf(language), GlossaryEntry.KeyOf(abbreviation, trade), cancellationToken) is { } row
            ? GlossaryEntry.Read(row)
            : null;

    /// <summary>The versions that came before the newest, oldest first.</summary>
    public async Task<IReadOnlyList<GlossaryEntry>> HistoryAsync(GlossaryEntry entry, CancellationToken cancellationToken)
    {
        List<GlossaryEntry> versions = [];
        var prefix = $"~version~{GlossaryEntry.KeyOf(entry.Abbreviation, entry.Trade)}~";
        await foreach (var row in tables.ReadAllAsync(
            TableNames.Questions, TableQuery.Prefix(GlossaryEntry.PartitionOf(entry.Language), prefix), cancellationToken))
        {
            versions.Add(GlossaryEntry.Read(row));
        }

        return versions;
    }

    /// <summary>Adds an entry, or a version of one.</summary>
    /// <param name="entry">What it should say.</param>
    /// <param name="before">The version that it replaces; null for a new entry.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The entry; null when somebody changed it meanwhile.</returns>
    public Task<GlossaryEntry?> PutAsync(GlossaryEntry entry, GlossaryEntry? before, string by, CancellationToken cancellationToken) =>
        WriteAsync(entry with { RetiredAt = null }, before, by, cancellationToken);

    /// <summary>Takes an entry back; its versions stay.</summary>
    public Task<GlossaryEntry?> RetireAsync(GlossaryEntry entry, string by, CancellationToken cancellationToken) =>
        WriteAsync(entry with { RetiredAt = clock.GetUtcNow() }, entry, by, cancellationToken);

    private async Task<GlossaryEntry?> WriteAsync(GlossaryEntry entry, GlossaryEntry? before, string by, CancellationToken cancellationToken)
    {
        var written = entry with { Version = (before?.Version ?? 0) + 1, ChangedBy = by, ChangedAt = clock.GetUtcNow() };
        try
        {
            var tags = await tables.ApplyAsync(
                TableNames.Questions,
                GlossaryEntry.PartitionOf(entry.Language),
                before is null
                    ? [new TableChange.Insert(written.ToRow())]
                    : [new TableChange.Replace(written.ToRow(), before.ETag!), new TableChange.Upsert(before.ToPastRow())],
                cancellationToken);
            return written with { ETag = tags[0] };
        }
        catch (TableConflictException)
        {
            return null;
        }
    }
}
