using System.Text.Json.Serialization;

namespace Pipeline.Routing.Learned;

/// <summary>What was learned of everything but words, as it is kept.</summary>
/// <param name="Model">Its name and version, the same as that of the model of words that was learned with it.</param>
/// <param name="Skills">The skills, in the order of the weights.</param>
/// <param name="Weights">For each named part a weight to every skill, then to difficulty and urgency, in logits.</param>
public sealed record LearnedRoutingFile(
    string Model, IReadOnlyList<string> Skills, IReadOnlyDictionary<string, IReadOnlyList<double>> Weights);

/// <summary>How it is written as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(LearnedRoutingFile))]
internal sealed partial class LearnedRoutingJson : JsonSerializerContext;
