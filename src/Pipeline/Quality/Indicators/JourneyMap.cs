using System.Text.Json;
using Microsoft.Extensions.Options;
using Pipeline.Ports;

namespace Pipeline.Quality.Indicators;

/// <summary>
/// The map from what conversations are about to the phases of a customer's journey. It is data: journey-map.json, and what the settings put in its
/// place. What it does not know is <see cref="ConversationMeasures.UnmappedPhase"/> and reported as such.
/// </summary>
public sealed class JourneyMap(IOptions<IndicatorOptions> options)
{
    private static readonly Dictionary<string, string> Seed = Read();

    /// <summary>The phases of the map that comes with the program, and those of the settings, ordered.</summary>
    public IReadOnlyList<string> Phases =>
        [.. Seed.Values.Concat(options.Value.Phases.Values).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The phase of an intent; null is an intent that nothing told.</summary>
    public string PhaseOf(string? intent) => intent is null
        ? ConversationMeasures.UnmappedPhase
        : options.Value.Phases.GetValueOrDefault(intent) ?? Seed.GetValueOrDefault(intent) ?? ConversationMeasures.UnmappedPhase;

    /// <summary>The intents of a phase, ordered; none of the unmapped one, which is all the others.</summary>
    public IReadOnlyList<string> IntentsOf(string phase) =>
    [
        .. Seed.Keys.Concat(options.Value.Phases.Keys).Distinct(StringComparer.Ordinal)
            .Where(intent => PhaseOf(intent) == phase && phase != ConversationMeasures.UnmappedPhase).Order(StringComparer.Ordinal),
    ];

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(JourneyMap).Assembly.GetManifestResourceStream("journey-map.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject()
            .SelectMany(phase => phase.Value.EnumerateArray().Select(intent => (Intent: intent.GetString()!, Phase: phase.Name)))
            .ToDictionary(pair => pair.Intent, pair => pair.Phase, StringComparer.Ordinal);
    }
}
