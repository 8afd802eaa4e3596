using System.Text.Json.Serialization;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Web.Requests;

/// <summary>The body by which the word is given to somebody.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record FloorOrder
{
    /// <summary>Who gets it: human when a person accepts the conversation, bot when they hand it back.</summary>
    public FloorHolder? Holder { get; init; }
}

/// <summary>The body by which a bot asks leave to send one message.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record FloorClaimOrder
{
    /// <summary>The most characters of an id.</summary>
    public const int MaxId = 100;

    /// <summary>The bot's own id of the message: asked again under the same id, it is the same message.</summary>
    public string? Id { get; init; }

    /// <summary>The version of the conversation that the message answers.</summary>
    public FloorVersion? Version { get; init; }
}
