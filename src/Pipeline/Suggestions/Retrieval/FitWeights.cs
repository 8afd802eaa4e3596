using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>
/// What each aspect of a phrase's fit weighs. The command <c>train ranking --situations</c> fits these numbers to labelled situations; they are
/// kept in Seed/fit-weights.json.
/// </summary>
internal sealed record FitWeights
{
    private const string Resource = "fit-weights.json";

    private static readonly Lazy<FitWeights> Resident = new(ReadResource);

    /// <summary>Those of the program.</summary>
    public static FitWeights Default => Resident.Value;

    /// <summary>Those that were set by hand, and that training draws to where situations say little.</summary>
    public static FitWeights Prior { get; } = new()
    {
        Intent = 2.4,
        Words = 1.6,
        Tone = 1.2,
        Moment = 2,
        Lead = 2,
        Mandatory = 0.3,
        Told = -1.5,
        Even = 4.4,
    };

    public required double Intent { get; init; }

    public required double Words { get; init; }

    public required double Tone { get; init; }

    public required double Moment { get; init; }

    public required double Lead { get; init; }

    public required double Mandatory { get; init; }

    public required double Told { get; init; }

    /// <summary>The sum at which a phrase fits as often as not.</summary>
    public required double Even { get; init; }

    /// <summary>The weights, in the order of <see cref="PhraseFit.Values"/>.</summary>
    [JsonIgnore]
    public double[] Values => [Intent, Words, Tone, Moment, Lead, Mandatory, Told];

    /// <summary>Weights of these values.</summary>
    /// <param name="values">In the order of <see cref="PhraseFit.Values"/>.</param>
    /// <param name="even">The sum at which a phrase fits as often as not.</param>
    public static FitWeights Of(IReadOnlyList<double> values, double even) => new()
    {
        Intent = values[0],
        Words = values[1],
        Tone = values[2],
        Moment = values[3],
        Lead = values[4],
        Mandatory = values[5],
        Told = values[6],
        Even = even,
    };

    /// <summary>The score of a phrase, 0 to 1: the logistic function of how far its sum is from <see cref="Even"/>.</summary>
    public double Score(in PhraseFit fit) => 1 / (1 + Math.Exp(Even - (Intent * fit.Intent) - (Words * fit.Words) - (Tone * fit.Tone)
        - (Moment * fit.Moment) - (Lead * fit.Lead) - (Mandatory * fit.Mandatory)
        - (Told * fit.Told)));

    /// <summary>The weights as the file has them.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, FitWeightsJson.Default.FitWeights) + "\n";

    private static FitWeights ReadResource()
    {
        using var stream = typeof(FitWeights).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"{Resource} is not among the embedded resources; check Pipeline.csproj.");
        return JsonSerializer.Deserialize(stream, FitWeightsJson.Default.FitWeights)
            ?? throw new InvalidDataException($"{Resource} holds no weights.");
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(FitWeights))]
internal sealed partial class FitWeightsJson : JsonSerializerContext;
