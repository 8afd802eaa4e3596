using System.Text.Json.Serialization;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Storage;

namespace Pipeline.Quality.Knowledge.Register;

/// <summary>How a question came to the register.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SightingKind>))]
public enum SightingKind
{
    /// <summary>A customer's message for which nothing was suggested.</summary>
    [JsonStringEnumMemberName("nothingSuggested")]
    NothingSuggested,

    /// <summary>A customer's message of which all suggestions were dismissed as beside the matter or not right.</summary>
    [JsonStringEnumMemberName("allDismissed")]
    AllDismissed,

    /// <summary>An advisor asked.</summary>
    [JsonStringEnumMemberName("asked")]
    Asked,

    /// <summary>An advisor asked a colleague of another trade, and none answered in time.</summary>
    [JsonStringEnumMemberName("unansweredRequest")]
    UnansweredRequest,

    /// <summary>An abbreviation that the glossary does not have.</summary>
    [JsonStringEnumMemberName("abbreviation")]
    Abbreviation,

    /// <summary>A tip that an advisor wrote down beside a conversation.</summary>
    [JsonStringEnumMemberName("tip")]
    Tip,
}

/// <summary>One time that a question came up. It is a function of what happened: made again, it is the same row.</summary>
public sealed record Sighting
{
    /// <summary>Starts the keys of their rows.</summary>
    public const string Prefix = "sighting~";

    /// <summary>Names it: 16 hexadecimal digits made of where it came up.</summary>
    public required string Id { get; init; }

    /// <summary>Where it belongs.</summary>
    public required QuestionScope Scope { get; init; }

    /// <summary>How it came up.</summary>
    public required SightingKind Kind { get; init; }

    /// <summary>When it was said: the order in which questions found groups.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the register could know of it: the close of the conversation, or the asking. The clock starts here.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>The masked words, at most <see cref="MaxWording"/> characters.</summary>
    public required string Wording { get; init; }

    /// <summary>What it is compared by (<see cref="Words.QuestionTerms"/>).</summary>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>The conversation; null when it came up in none.</summary>
    public string? Conversation { get; init; }

    /// <summary>The message; null when it was none.</summary>
    public string? MessageId { get; init; }

    /// <summary>The trade that it needs; null when not known.</summary>
    public string? Skill { get; init; }

    /// <summary>Who asked or met it: for the digest and no figure.</summary>
    public IReadOnlyList<string> Advisors { get; init; } = [];

    /// <summary>The most characters of a wording.</summary>
    public const int MaxWording = 500;

    /// <summary>The id of what came up in a place.</summary>
    public static string IdOf(params ReadOnlySpan<string> place) => ConversationKeys.BusId("s", place)[2..][..16];

    /// <summary>A wording, cut.</summary>
    public static string Cut(string masked)
    {
        var text = masked.Trim();
        if (text.Length <= MaxWording)
        {
            return text;
        }

        // Between the two halves of one character nothing is cut.
        var end = char.IsHighSurrogate(text[MaxWording - 2]) ? MaxWording - 2 : MaxWording - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    /// <summary>The row.</summary>
    public TableRow ToRow() => new(
        QuestionScope.PartitionOf(Scope.Number),
        Prefix + Id,
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Kind"] = Kind.ToString(),
            ["At"] = At,
            ["KnownAt"] = KnownAt,
            ["Wording"] = Wording,
            ["Terms"] = string.Join(' ', Terms),
        }.Put("Conversation", Conversation).Put("MessageId", MessageId).Put("Skill", Skill).Put("Advisors", Advisors));

    /// <summary>Reads a row.</summary>
    public static Sighting Read(TableRow row, QuestionScope scope) => new()
    {
        Id = row.RowKey[Prefix.Length..],
        Scope = scope,
        Kind = row.Named<SightingKind>("Kind")!.Value,
        At = row.Time("At")!.Value,
        KnownAt = row.Time("KnownAt")!.Value,
        Wording = row.Text("Wording")!,
        Terms = row.Text("Terms")!.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Conversation = row.Text("Conversation"),
        MessageId = row.Text("MessageId"),
        Skill = row.Text("Skill"),
        Advisors = row.List("Advisors"),
    };
}
