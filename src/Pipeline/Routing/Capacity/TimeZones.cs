using System.Collections.Concurrent;

namespace Pipeline.Routing.Capacity;

/// <summary>Time zones by their IANA name, each looked up once.</summary>
public static class TimeZones
{
    private static readonly ConcurrentDictionary<string, TimeZoneInfo?> Found = new(StringComparer.Ordinal);

    /// <summary>The zone; null when there is none of this name.</summary>
    public static TimeZoneInfo? Find(string name) => Found.TryGetValue(name, out var zone) ? zone : Look(name);

    /// <summary>The zone of a name that was validated when it was stored; UTC should this machine not know it.</summary>
    public static TimeZoneInfo Known(string name) => Find(name) ?? TimeZoneInfo.Utc;

    private static TimeZoneInfo? Look(string name)
    {
        // Only names of zones are kept: what strangers make up would fill the memory.
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) || !zone.HasIanaId)
        {
            return null;
        }

        Found[name] = zone;
        return zone;
    }
}
