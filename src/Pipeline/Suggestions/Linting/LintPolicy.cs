using Pipeline.Suggestions.Retrieval;

namespace Pipeline.Suggestions.Linting;

/// <summary>What a deployment has and allows, as far as phrases can break it. Where nothing is known, nothing is found.</summary>
public sealed record LintPolicy
{
    /// <summary>The situations that messages can be about.</summary>
    public IReadOnlyCollection<string> Intents { get; init; } = IntentNames.All;

    /// <summary>The brands; empty when they are not known.</summary>
    public IReadOnlyCollection<string> Brands { get; init; } = [];

    /// <summary>The channels; empty when they are not known.</summary>
    public IReadOnlyCollection<string> Channels { get; init; } = [];

    /// <summary>By brand, the names of the links that are configured.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Links { get; init; } =
        new Dictionary<string, IReadOnlyCollection<string>>();

    /// <summary>
    /// By channel, the most characters that are read at a glance there: a text message of two parts, half a phone's screen in an app, about
    /// five lines of a chat window. A channel that is not here has the shortest chat window's.
    /// </summary>
    public IReadOnlyDictionary<string, int> MaxLengths { get; init; } = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["sms"] = 306,
        ["app"] = 300,
        ["web"] = 400,
        ["whatsapp"] = 600,
        ["email"] = 1000,
    };

    /// <summary>By telephone number without blanks, when a phrase may name it; no other may be named, and nobody told to call.</summary>
    public IReadOnlyDictionary<string, AllowedNumber> Numbers { get; init; } = new Dictionary<string, AllowedNumber>();
}

/// <summary>When a phrase may name a telephone number.</summary>
/// <param name="Intents">The situations: an emergency number is for a few cases only.</param>
/// <param name="Price">What a call costs, as it must stand in the phrase; null for a free one.</param>
public sealed record AllowedNumber(IReadOnlyCollection<string> Intents, string? Price);
