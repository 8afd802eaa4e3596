using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>What happened in a conversation. Everything that happens travels the same path.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MessageKind>))]
public enum MessageKind
{
    /// <summary>Somebody wrote.</summary>
    Message,

    /// <summary>An earlier message was given another text.</summary>
    Edit,

    /// <summary>An earlier message was removed.</summary>
    Deletion,

    /// <summary>The conversation was closed. A later message opens it again.</summary>
    Close,

    /// <summary>The customer rated the conversation.</summary>
    Rating,

    /// <summary>A person corrected what a program said of a message or of the conversation, or took such a correction back.</summary>
    Correction,
}
