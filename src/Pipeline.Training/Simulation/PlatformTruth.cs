using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Pipeline.Training.Simulation;

/// <summary>All that happened on the simulated platform: what its history tells, and what every store must come to.</summary>
public sealed class PlatformTruth
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, SimulatedEvent> _events = new(StringComparer.Ordinal);

    /// <summary>Everything, oldest first.</summary>
    public IReadOnlyList<SimulatedEvent> Events
    {
        get
        {
            lock (_lock)
            {
                return [.. _events.Values];
            }
        }
    }

    /// <summary>Something happened. The same again changes nothing.</summary>
    public void Add(IEnumerable<SimulatedEvent> events)
    {
        lock (_lock)
        {
            foreach (var happening in events)
            {
                _events[Place(happening)] = happening;
            }
        }
    }

    /// <summary>A page of the history, oldest first.</summary>
    /// <param name="since">From when on.</param>
    /// <param name="cursor">Where the page before ended; null for the first.</param>
    /// <param name="limit">The most events.</param>
    /// <returns>The events, and where the next page starts; null when there is none.</returns>
    /// <exception cref="FormatException">The cursor is not one that this method returned.</exception>
    public (IReadOnlyList<SimulatedEvent> Events, string? Next) Read(DateTimeOffset since, string? cursor, int limit)
    {
        var after = cursor is null ? null : Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        lock (_lock)
        {
            var page = _events
                .Where(entry => entry.Value.SentAt >= since && string.CompareOrdinal(entry.Key, after) > 0)
                .Take(limit + 1)
                .ToList();
            var next = page.Count > limit ? Base64Url.EncodeToString(Encoding.UTF8.GetBytes(page[limit - 1].Key)) : null;
            return ([.. page.Take(limit).Select(entry => entry.Value)], next);
        }
    }

    private static string Place(SimulatedEvent happening) => string.Create(
        CultureInfo.InvariantCulture, $"{happening.SentAt.UtcTicks:D19} {happening.Webhook.WebhookId}");
}
