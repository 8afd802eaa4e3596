using System.Text.Json.Serialization;

namespace Pipeline.Web.DeadLetters;

/// <summary>The body of an order to replay or purge dead letters: some by their numbers, or all of a source.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DeadLetterOrder
{
    /// <summary>The queue, or topic/subscription.</summary>
    public string? Source { get; init; }

    /// <summary>Which ones; null with <see cref="All"/>.</summary>
    public IReadOnlyList<long>? Numbers { get; init; }

    /// <summary>Whether all of the source are meant.</summary>
    public bool? All { get; init; }
}
