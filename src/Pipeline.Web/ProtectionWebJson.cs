using System.Text.Json.Serialization;
using Pipeline.Protection.Access;
using Pipeline.Protection.Erasure;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web;

/// <summary>How the answers of data protection are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ErasureOrder))]
[JsonSerializable(typeof(ErasureStatus))]
[JsonSerializable(typeof(ErasuresAnswer))]
[JsonSerializable(typeof(HoldOrder))]
[JsonSerializable(typeof(HoldsAnswer))]
[JsonSerializable(typeof(RetentionAnswer))]
[JsonSerializable(typeof(OriginalsAnswer))]
[JsonSerializable(typeof(AuditPage))]
[JsonSerializable(typeof(CompactionAnswer))]
public sealed partial class ProtectionWebJson : JsonSerializerContext;
