using System.Text.Json;
using Pipeline.Ports;

namespace Pipeline.Quality.Review.Scorecards;

/// <summary>A scorecard as it is kept: the one in force, or a version of before.</summary>
/// <param name="Card">The scorecard.</param>
/// <param name="ETag">The version of the row.</param>
/// <param name="SavedAt">When it was saved; null for one that came with the program.</param>
/// <param name="SavedBy">By whom; null for one that came with the program.</param>
public sealed record StoredScorecard(Scorecard Card, string ETag, DateTimeOffset? SavedAt, string? SavedBy);

/// <summary>Why a scorecard was not saved.</summary>
public enum ScorecardRefusal
{
    /// <summary>Somebody saved another meanwhile.</summary>
    Changed,

    /// <summary>A version of this name is kept already, and a name stands for one set of questions.</summary>
    VersionTaken,

    /// <summary>It is longer than a row can hold.</summary>
    TooLong,
}

/// <summary>
/// Reads and edits scorecards. Those in force and every version that ever was stand in one partition, so that a version is never in force without
/// being kept: a review can always be read with the questions that it answers.
/// </summary>
public sealed class ScorecardStore(ITables tables, TimeProvider clock)
{
    /// <summary>The most characters of a scorecard as JSON (Azure Table storage: 64 KiB of UTF-16 a property).</summary>
    public const int MostCharacters = 32_000;

    private const string Partition = "scorecards";
    private const string CurrentPrefix = "current~";

    /// <summary>The scorecards in force, by id.</summary>
    public async Task<IReadOnlyList<StoredScorecard>> ListAsync(CancellationToken cancellationToken) =>
        await ReadAllAsync(CurrentPrefix, cancellationToken);

    /// <summary>The versions of a scorecard, by name.</summary>
    public async Task<IReadOnlyList<StoredScorecard>> VersionsAsync(string id, CancellationToken cancellationToken) =>
        await ReadAllAsync($"version~{id}~", cancellationToken);

    /// <summary>The scorecard in force; null when there is none of this id.</summary>
    public Task<StoredScorecard?> FindAsync(string id, CancellationToken cancellationToken) => ReadAsync(CurrentPrefix + id, cancellationToken);

    /// <summary>A version of a scorecard; null when there is none.</summary>
    public Task<StoredScorecard?> FindAsync(string id, string version, CancellationToken cancellationToken) =>
        ReadAsync(VersionRow(id, version), cancellationToken);

    /// <summary>Puts a scorecard in force.</summary>
    /// <param name="card">The scorecard, without faults.</param>
    /// <param name="before">What it is an edit of; null for a new one.</param>
    /// <param name="author">Who saves it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Why not; null when it is in force.</returns>
    public async Task<ScorecardRefusal?> SaveAsync(
        Scorecard card, StoredScorecard? before, string author, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(card, ReviewJson.Default.Scorecard);
        if (json.Length > MostCharacters)
        {
            return ScorecardRefusal.TooLong;
        }

        if (await FindAsync(card.Id, card.Version, cancellationToken) is not null)
        {
            return ScorecardRefusal.VersionTaken;
        }

        var current = ToRow(CurrentPrefix + card.Id, json, clock.GetUtcNow(), author);
        try
        {
            await tables.ApplyAsync(
                TableNames.Settings,
                Partition,
                [
                    before is null ? new TableChange.Insert(current) : new TableChange.Replace(current, before.ETag),
                    new TableChange.Insert(current with { RowKey = VersionRow(card.Id, card.Version) }),
                ],
                cancellationToken);
            return null;
        }
        catch (TableConflictException)
        {
            return ScorecardRefusal.Changed;
        }
    }

    /// <summary>Plants a scorecard that came with the program, where there is none of its id.</summary>
    internal async Task PlantAsync(Scorecard card, CancellationToken cancellationToken)
    {
        var row = ToRow(CurrentPrefix + card.Id, JsonSerializer.Serialize(card, ReviewJson.Default.Scorecard), null, null);
        try
        {
            await tables.ApplyAsync(
                TableNames.Settings,
                Partition,
                [new TableChange.Insert(row), new TableChange.Insert(row with { RowKey = VersionRow(card.Id, card.Version) })],
                cancellationToken);
        }
        catch (TableConflictException exception) when (exception.Conflict == TableConflict.RowExists)
        {
            // Planted before, and perhaps edited since: it stays as it is.
        }
    }

    private static string VersionRow(string id, string version) => $"version~{id}~{version}";

    private async Task<List<StoredScorecard>> ReadAllAsync(string prefix, CancellationToken cancellationToken)
    {
        var cards = new List<StoredScorecard>();
        await foreach (var row in tables.ReadAllAsync(TableNames.Settings, TableQuery.Prefix(Partition, prefix), cancellationToken))
        {
            cards.Add(Read(row));
        }

        return cards;
    }

    private async Task<StoredScorecard?> ReadAsync(string key, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Settings, Partition, key, cancellationToken) is { } row ? Read(row) : null;

    private static StoredScorecard Read(TableRow row) => new(
        JsonSerializer.Deserialize(row.Text("Json")!, ReviewJson.Default.Scorecard)!,
        row.ETag!,
        row.Properties.TryGetValue("SavedAt", out var at) ? (DateTimeOffset)at : null,
        row.Text("SavedBy"));

    private static TableRow ToRow(string key, string json, DateTimeOffset? at, string? by)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal) { ["Json"] = json };
        if (at is { } time)
        {
            properties["SavedAt"] = time;
        }

        if (by is not null)
        {
            properties["SavedBy"] = by;
        }

        return new(Partition, key, properties);
    }
}
