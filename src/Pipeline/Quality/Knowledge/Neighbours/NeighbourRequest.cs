using System.Text.Json.Serialization;
using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Storage;

namespace Pipeline.Quality.Knowledge.Neighbours;

/// <summary>Where a request to a colleague of another trade stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NeighbourStatus>))]
public enum NeighbourStatus
{
    /// <summary>The colleague was asked.</summary>
    [JsonStringEnumMemberName("asked")]
    Asked,

    /// <summary>The answer is a note in the conversation.</summary>
    [JsonStringEnumMemberName("answered")]
    Answered,

    /// <summary>Nobody was there, or nobody answered in time: it is a question of the register.</summary>
    [JsonStringEnumMemberName("inRegister")]
    InRegister,
}

/// <summary>What an advisor who has a conversation asks a colleague of another trade. The customer never sees it.</summary>
public sealed record NeighbourRequest
{
    /// <summary>The partition of all.</summary>
    public const string Partition = "neighbours";

    /// <summary>The partition of the ids of those that wait for an answer.</summary>
    public const string Waiting = "neighbours-waiting";

    /// <summary>Names it.</summary>
    public required string Id { get; init; }

    /// <summary>The conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>The trade that is asked.</summary>
    public required string Skill { get; init; }

    /// <summary>The question, masked.</summary>
    public required string Text { get; init; }

    /// <summary>The language of the conversation.</summary>
    public required string Language { get; init; }

    /// <summary>Who asks.</summary>
    public required string AskedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The colleague whom it reached; null when nobody of the trade was there.</summary>
    public string? AskedOf { get; init; }

    /// <summary>Where it stands.</summary>
    public NeighbourStatus Status { get; init; }

    /// <summary>The answer, masked.</summary>
    public string? Answer { get; init; }

    /// <summary>Who answered: whoever of the trade did first.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>The question of the register that it became.</summary>
    public string? Question { get; init; }

    /// <summary>The version of its row.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>The row.</summary>
    public TableRow ToRow() => new(Partition, Id, new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["Conversation"] = Conversation,
        ["Skill"] = Skill,
        ["Text"] = Text,
        ["Language"] = Language,
        ["AskedBy"] = AskedBy,
        ["AskedAt"] = AskedAt,
        ["Status"] = Status.ToString(),
    }.Put("AskedOf", AskedOf).Put("Answer", Answer).Put("AnsweredBy", AnsweredBy).Put("Question", Question));

    /// <summary>Reads a row.</summary>
    public static NeighbourRequest Read(TableRow row) => new()
    {
        Id = row.RowKey,
        Conversation = row.Text("Conversation")!,
        Skill = row.Text("Skill")!,
        Text = row.Text("Text")!,
        Language = row.Text("Language")!,
        AskedBy = row.Text("AskedBy")!,
        AskedAt = row.Time("AskedAt")!.Value,
        AskedOf = row.Text("AskedOf"),
        Status = row.Named<NeighbourStatus>("Status")!.Value,
        Answer = row.Text("Answer"),
        AnsweredBy = row.Text("AnsweredBy"),
        Question = row.Text("Question"),
        ETag = row.ETag,
    };
}
