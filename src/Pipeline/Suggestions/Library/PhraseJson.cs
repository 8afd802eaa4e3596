using System.Text.Json.Serialization;
using Pipeline.Suggestions.Knowledge;

namespace Pipeline.Suggestions.Library;

/// <summary>How phrase files and word lists of this room are read: source-generated; a field that does not exist is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(List<PhraseDraft>))]
[JsonSerializable(typeof(List<ArticleDraft>))]
[JsonSerializable(typeof(Dictionary<string, Dictionary<string, List<string>>>))]
internal sealed partial class PhraseJson : JsonSerializerContext;
