using System.Globalization;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Storage;

namespace Pipeline.Quality.Knowledge.Glossary;

/// <summary>An abbreviation and what it stands for.</summary>
public sealed record GlossaryEntry
{
    /// <summary>The trade of an entry that is for all.</summary>
    public const string AnyTrade = "any";

    /// <summary>The most characters of an abbreviation.</summary>
    public const int MaxAbbreviation = 12;

    /// <summary>The most characters of a meaning.</summary>
    public const int MaxMeaning = 300;

    /// <summary>The language: fr or en.</summary>
    public required string Language { get; init; }

    /// <summary>The abbreviation, in capitals.</summary>
    public required string Abbreviation { get; init; }

    /// <summary>The trade (skill) in which it means that; any for all.</summary>
    public required string Trade { get; init; }

    /// <summary>What it stands for, and where that says little, what it is.</summary>
    public required string Meaning { get; init; }

    /// <summary>Which version of the entry this is, from 1; each change raises it.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Who wrote this version; pipeline for those of the program.</summary>
    public string ChangedBy { get; init; } = "pipeline";

    /// <summary>When; null for those of the program.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>When it was taken back; null while it was not.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>The version of its row; null before it is written.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>The partition of a language.</summary>
    public static string PartitionOf(string language) => $"glossary~{language}";

    /// <summary>The key of its row.</summary>
    public static string KeyOf(string abbreviation, string trade) => $"{ConversationKeys.Safe(abbreviation)}~{ConversationKeys.Safe(trade)}";

    /// <summary>An abbreviation as it is kept and compared: in capitals, without points, at most 12 letters and digits; null when it is none.</summary>
    public static string? Read(string text)
    {
        var letters = text.Trim().Replace(".", "", StringComparison.Ordinal).ToUpperInvariant();
        return letters.Length is >= 2 and <= MaxAbbreviation && letters.All(char.IsLetterOrDigit) && letters.Any(char.IsLetter) ? letters : null;
    }

    /// <summary>The row to write.</summary>
    public TableRow ToRow() => new(PartitionOf(Language), KeyOf(Abbreviation, Trade), Columns());

    /// <summary>The row that keeps this version when another takes its place; behind every key of an entry.</summary>
    public TableRow ToPastRow() => new(
        PartitionOf(Language),
        string.Create(CultureInfo.InvariantCulture, $"~version~{KeyOf(Abbreviation, Trade)}~{Version:D8}"),
        Columns());

    /// <summary>Reads a row.</summary>
    public static GlossaryEntry Read(TableRow row) => new()
    {
        Language = row.PartitionKey["glossary~".Length..],
        Abbreviation = row.Text("Abbreviation")!,
        Trade = row.Text("Trade")!,
        Meaning = row.Text("Meaning")!,
        Version = (int)row.Properties["Version"],
        ChangedBy = row.Text("ChangedBy")!,
        ChangedAt = row.Time("ChangedAt"),
        RetiredAt = row.Time("RetiredAt"),
        ETag = row.ETag,
    };

    private Dictionary<string, object> Columns() => new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["Abbreviation"] = Abbreviation,
        ["Trade"] = Trade,
        ["Meaning"] = Meaning,
        ["Version"] = Version,
        ["ChangedBy"] = ChangedBy,
    }.Put("ChangedAt", ChangedAt).Put("RetiredAt", RetiredAt);
}
