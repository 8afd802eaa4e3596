using System.Globalization;
using Pipeline.Ports;

namespace Pipeline.Protection.Access;

/// <summary>A reading or a change, as it was written before it was allowed.</summary>
public sealed record AuditEntry
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The name of the key, or of the user.</summary>
    public required string Name { get; init; }

    /// <summary>The role.</summary>
    public required string Role { get; init; }

    /// <summary>What was read or changed: a conversation, a day's list, a text of the library; of an erased conversation, a keyed hash.</summary>
    public required string Place { get; init; }

    /// <summary>What was done, as the route table names it.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Whether it was a change and not a reading.</summary>
    public bool Change { get; init; }

    /// <summary>The reason that was given; null where none is asked for.</summary>
    public string? Reason { get; init; }
}

/// <summary>A page of the audit.</summary>
/// <param name="Entries">The entries, newest first. A page may hold fewer than asked for, even none, and yet not be the last.</param>
/// <param name="Continuation">Where the next page starts; null when this was the last one.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, string? Continuation);

/// <summary>Reads the audit day by day, newest first.</summary>
public sealed class AuditReader(ITables tables)
{
    // How many days without an entry one page looks through.
    private const int MostDays = 62;

    private const int MaxKeyLength = 200;

    /// <summary>A page.</summary>
    /// <param name="from">The earliest day.</param>
    /// <param name="to">The latest day.</param>
    /// <param name="name">Only of this name; null for all.</param>
    /// <param name="place">Only of this place; null for all.</param>
    /// <param name="maxRows">The most entries of the page, 1 to 1,000.</param>
    /// <param name="continuation">Where the page before ended; null for the first page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FormatException">The continuation is not one that this method returned.</exception>
    public async Task<AuditPage> ReadAsync(
        DateOnly from, DateOnly to, string? name, string? place, int maxRows, string? continuation, CancellationToken cancellationToken)
    {
        var (day, after) = continuation is null ? (to, null) : Place(continuation);
        day = day > to ? to : day;
        var filters = new Dictionary<string, object>(StringComparer.Ordinal);
        if (name is not null)
        {
            filters["Name"] = name;
        }

        if (place is not null)
        {
            filters["Place"] = place;
        }

        List<AuditEntry> entries = [];
        for (var days = 0; day >= from && days < MostDays; days++, day = day.AddDays(-1), after = null)
        {
            var query = new TableQuery(AuditRows.Day(day), after is null ? null : after + " ", Filters: filters, MaxRows: maxRows);
            await foreach (var row in tables.ReadAllAsync(TableNames.Audit, query, cancellationToken))
            {
                entries.Add(Entry(row));
                if (entries.Count == maxRows)
                {
                    return new(entries, Token(day, row.RowKey));
                }
            }
        }

        return new(entries, day >= from ? Token(day, "") : null);
    }

    private static AuditEntry Entry(TableRow row) => new()
    {
        At = AuditRows.At(row)!.Value,
        Name = row.Text("Name")!,
        Role = row.Text("Role")!,
        Place = row.Text("Place")!,
        Endpoint = row.Text("Endpoint")!,
        Change = row.Properties.ContainsKey("ChangedAt"),
        Reason = row.Text("Reason"),
    };

    private static string Token(DateOnly day, string rowKey) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}~{rowKey}");

    private static (DateOnly Day, string? After) Place(string continuation) =>
        continuation.Length is > 8 and <= MaxKeyLength && continuation[8] == '~'
        && DateOnly.TryParseExact(continuation[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && !continuation.Any(character => char.IsControl(character))
            ? (day, continuation.Length == 9 ? null : continuation[9..])
            : throw new FormatException("The continuation is not one that the audit returned.");
}
