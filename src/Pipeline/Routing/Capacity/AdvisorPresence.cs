using System.Text.Json.Serialization;

namespace Pipeline.Routing.Capacity;

/// <summary>Whether an advisor is at work.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PresenceState>))]
public enum PresenceState
{
    /// <summary>Takes new conversations.</summary>
    [JsonStringEnumMemberName("present")]
    Present,

    /// <summary>Keeps the conversations they have, and takes no new one.</summary>
    [JsonStringEnumMemberName("pause")]
    Pause,

    /// <summary>Has left: what they had goes back to the queue.</summary>
    [JsonStringEnumMemberName("gone")]
    Gone,
}

/// <summary>What an advisor, or their desk, last said of where they are.</summary>
/// <param name="State">What was said.</param>
/// <param name="Until">When it ends: a pause ends in presence, a presence in being gone; null for not by itself.</param>
/// <param name="HeartbeatAt">
/// When their desk last showed that it is connected. Null while it never did: whose desk sends no heartbeats is not judged by them.
/// </param>
public sealed record AdvisorPresence(PresenceState State, DateTimeOffset? Until = null, DateTimeOffset? HeartbeatAt = null)
{
    /// <summary>Present until further notice, without a heartbeat: what an advisor is who was just planted.</summary>
    public static AdvisorPresence Here { get; } = new(PresenceState.Present);

    /// <summary>Where they are at a moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="patience">How long a heartbeat may fail to come.</param>
    public PresenceState At(DateTimeOffset moment, TimeSpan patience)
    {
        if (State == PresenceState.Gone || (HeartbeatAt is { } heartbeat && heartbeat + patience < moment))
        {
            return PresenceState.Gone;
        }

        return Until is not { } until || moment < until
            ? State
            : State == PresenceState.Pause ? PresenceState.Present : PresenceState.Gone;
    }
}
