using System.Text.Json.Serialization;
using Pipeline.Routing.Capacity;

namespace Pipeline.Web.Requests;

/// <summary>The body that says where an advisor is.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PresenceOrder
{
    /// <summary>Where they are. It must be given.</summary>
    public PresenceState? State { get; init; }

    /// <summary>When that ends; null for not by itself.</summary>
    public DateTimeOffset? Until { get; init; }
}
