using System.Text.Json.Serialization;

namespace Pipeline.Suggestions.Library;

/// <summary>How phrase files and word lists of this room are read: source-generated; a field that does not exist is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(List<PhraseDraft>))]
[JsonSerializable(typeof(Dictionary<string, Dictionary<string, List<string>>>))]
internal sealed partial class PhraseJson : JsonSerializerContext;
