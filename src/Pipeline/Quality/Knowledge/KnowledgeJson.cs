using System.Text.Json.Serialization;
using Pipeline.Quality.Knowledge.Digests;
using Pipeline.Quality.Knowledge.Glossary;

namespace Pipeline.Quality.Knowledge;

/// <summary>How the rows and files of the knowledge loop are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<GlossaryLine>))]
[JsonSerializable(typeof(DigestItem))]
internal sealed partial class KnowledgeJson : JsonSerializerContext;
