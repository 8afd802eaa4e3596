using System.Text.Json.Serialization;

namespace Pipeline.Suggestions.Editing;

/// <summary>Where a text of the library stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EditingStatus>))]
public enum EditingStatus
{
    /// <summary>Written, and waiting for a peer's approval: never suggested.</summary>
    Draft,

    /// <summary>Approved by a peer of its author: suggested while it is valid.</summary>
    Approved,

    /// <summary>Taken back: never suggested again, kept because transcripts name it.</summary>
    Retired,
}
