using System.Globalization;
using System.Text.Json;
using Pipeline.Ports;

namespace Pipeline.Protection.Erasure;

/// <summary>An erasure as a row of the table Protection.</summary>
internal sealed record ErasureRow
{
    /// <summary>The partition of all of them, newest first.</summary>
    public const string Partition = "erasures";

    // Of a text that is longer than a property may be, so many characters go in each.
    private const int Chunk = 30_000;

    /// <summary>What administrators see.</summary>
    public required ErasureStatus Status { get; init; }

    /// <summary>Whom it is about; null once it has ended.</summary>
    public ErasureSubject? Subject { get; init; }

    /// <summary>The reasons of holds that were met.</summary>
    public IReadOnlyList<string> Holds { get; init; } = [];

    /// <summary>How often the proof found more to erase.</summary>
    public int Rounds { get; init; }

    /// <summary>The version of the row.</summary>
    public string? ETag { get; init; }

    /// <summary>The id of an erasure that is asked for now: ordinal order is newest first.</summary>
    public static string IdOf(DateTimeOffset now, string subject) =>
        string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - now.UtcTicks:D19}-{subject[..8]}");

    public static ErasureRow Read(TableRow row) => new()
    {
        Status = new ErasureStatus
        {
            Id = row.RowKey,
            State = Enum.Parse<ErasureState>(row.Text("State")!),
            Subjects = List(row, "Subjects"),
            RequestedAt = (DateTimeOffset)row.Properties["RequestedAt"],
            RequestedBy = row.Text("RequestedBy"),
            Role = row.Text("Role"),
            SettlesAt = row.Properties.TryGetValue("SettlesAt", out var settles) ? (DateTimeOffset)settles : null,
            CompactedAt = row.Properties.TryGetValue("CompactedAt", out var compacted) ? (DateTimeOffset)compacted : null,
            Receipt = row.Text("Receipt") is { } receipt
                ? JsonSerializer.Deserialize(receipt, ProtectionJson.Default.ErasureReceipt)
                : null,
        },
        Subject = Joined(row, "Subject") is { Length: > 0 } subject
            ? JsonSerializer.Deserialize(subject, ProtectionJson.Default.ErasureSubject)
            : null,
        Holds = List(row, "Holds"),
        Rounds = (int)row.Properties["Rounds"],
        ETag = row.ETag,
    };

    public TableRow ToRow()
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["State"] = Status.State.ToString(),
            ["Subjects"] = JsonSerializer.Serialize(Status.Subjects, ProtectionJson.Default.IReadOnlyListString),
            ["RequestedAt"] = Status.RequestedAt,
            ["Holds"] = JsonSerializer.Serialize(Holds, ProtectionJson.Default.IReadOnlyListString),
            ["Rounds"] = Rounds,
        };
        Put("RequestedBy", Status.RequestedBy);
        Put("Role", Status.Role);
        Put("SettlesAt", Status.SettlesAt);
        Put("CompactedAt", Status.CompactedAt);
        Put("Receipt", Status.Receipt is { } receipt ? JsonSerializer.Serialize(receipt, ProtectionJson.Default.ErasureReceipt) : null);
        var subject = Subject is null ? "" : JsonSerializer.Serialize(Subject, ProtectionJson.Default.ErasureSubject);
        for (var (start, part) = (0, 0); start < subject.Length; start += Chunk, part++)
        {
            properties[$"Subject{part}"] = subject[start..Math.Min(subject.Length, start + Chunk)];
        }

        return new(Partition, Status.Id, properties);

        void Put(string name, object? value)
        {
            if (value is not null)
            {
                properties[name] = value;
            }
        }
    }

    private static string Joined(TableRow row, string name) => string.Concat(
        Enumerable.Range(0, row.Properties.Count).Select(part => row.Text($"{name}{part}")).TakeWhile(part => part is not null));

    private static IReadOnlyList<string> List(TableRow row, string name) =>
        row.Text(name) is { } text ? JsonSerializer.Deserialize(text, ProtectionJson.Default.IReadOnlyListString)! : [];
}
