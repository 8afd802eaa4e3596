using System.Text.Json.Serialization;
using Pipeline.Quality.Reports;

namespace Pipeline.Web;

/// <summary>How reports are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GroupReport))]
[JsonSerializable(typeof(IrritantReport))]
[JsonSerializable(typeof(ConsistencyReport))]
[JsonSerializable(typeof(DigestReport))]
public sealed partial class ReportJson : JsonSerializerContext;
