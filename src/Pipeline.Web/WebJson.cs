using System.Text.Json.Serialization;
using Pipeline.Web.Answers;

namespace Pipeline.Web;

/// <summary>How the answers that only the web knows are written; those of the domain are in <see cref="Messages.PipelineJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(SuggestionsAnswer))]
[JsonSerializable(typeof(ChangeNotice))]
[JsonSerializable(typeof(LiveAnswer))]
[JsonSerializable(typeof(ReadyAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
public sealed partial class WebJson : JsonSerializerContext;
