using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>
/// What each aspect of a phrase's fit weighs. The command <c>train ranking --situations</c> fits these numbers to labelled situations; they are
/// kept in Seed/fit-weights.json by name, those that are 0 left out.
/// </summary>
internal sealed class FitWeights
{
    private const string Resource = "fit-weights.json";
    private const string EvenName = "even";
    private const string PatienceName = "patience";

    private static readonly Lazy<FitWeights> Resident = new(ReadResource);

    private static readonly FrozenDictionary<string, double> ByHand = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["intent"] = 2.4,
        ["words"] = 1.6,
        ["tone"] = 1.2,
        ["moment"] = 2,
        ["lead"] = 2,
        ["mandatory"] = 0.3,
        ["told"] = -1.5,
        [EvenName] = 4.4,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly double[] _values;

    private FitWeights(double[] values, double even, double patience)
    {
        _values = values;
        Even = even;
        Patience = patience;
    }

    /// <summary>Those of the program.</summary>
    public static FitWeights Default => Resident.Value;

    /// <summary>Those that were set by hand, and that training draws to where situations say little.</summary>
    public static FitWeights Prior { get; } = Of(ByHand);

    /// <summary>The sum at which a phrase fits as often as not.</summary>
    public double Even { get; }

    /// <summary>
    /// What a holding phrase weighs more when it stands behind help: there it need not be better than a step, only right.
    /// </summary>
    public double Patience { get; }

    /// <summary>The weights, in the order of <see cref="FitAspects.Names"/>.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Weights of these values.</summary>
    /// <param name="values">In the order of <see cref="FitAspects.Names"/>.</param>
    /// <param name="even">The sum at which a phrase fits as often as not.</param>
    /// <param name="patience">What a holding phrase weighs more behind help.</param>
    public static FitWeights Of(IReadOnlyList<double> values, double even, double patience = 0) => new([.. values], even, patience);

    /// <summary>What the weights make of one situation.</summary>
    public SituationWeights In(Situation situation) => new(this, situation);

    /// <summary>The weights as the file has them.</summary>
    public string ToJson()
    {
        var named = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var index = 0; index < _values.Length; index++)
        {
            if (_values[index] != 0)
            {
                named[FitAspects.Names[index]] = _values[index];
            }
        }

        named[EvenName] = Even;
        named[PatienceName] = Patience;
        return JsonSerializer.Serialize(named, FitWeightsJson.Default.DictionaryStringDouble) + "\n";
    }

    private static FitWeights Of(IReadOnlyDictionary<string, double> named)
    {
        if (named.Keys.FirstOrDefault(name => name is not (EvenName or PatienceName) && !FitAspects.Names.Contains(name)) is { } stranger)
        {
            throw new InvalidDataException($"{Resource}: there is no aspect \"{stranger}\".");
        }

        return new([.. FitAspects.Names.Select(name => named.GetValueOrDefault(name))], named.GetValueOrDefault(EvenName), named.GetValueOrDefault(PatienceName));
    }

    private static FitWeights ReadResource()
    {
        using var stream = typeof(FitWeights).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"{Resource} is not among the embedded resources; check Pipeline.csproj.");
        return Of(JsonSerializer.Deserialize(stream, FitWeightsJson.Default.DictionaryStringDouble)
            ?? throw new InvalidDataException($"{Resource} holds no weights."));
    }
}

[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(Dictionary<string, double>))]
internal sealed partial class FitWeightsJson : JsonSerializerContext;
