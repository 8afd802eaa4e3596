using System.Text.Json.Serialization;
using Pipeline.Protection.Erasure;
using Pipeline.Protection.Retention;

namespace Pipeline.Protection;

/// <summary>How what this room keeps is written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ErasureSubject))]
[JsonSerializable(typeof(ErasureReceipt))]
[JsonSerializable(typeof(RetentionRun))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, int>))]
internal sealed partial class ProtectionJson : JsonSerializerContext;
