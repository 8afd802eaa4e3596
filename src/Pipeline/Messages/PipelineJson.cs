using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>How messages, rows and answers are written as JSON: source-generated, so that a cold start reflects on nothing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(ConversationEvent))]
[JsonSerializable(typeof(MessageAnalyzed))]
[JsonSerializable(typeof(ConversationState))]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(HandoverCard))]
[JsonSerializable(typeof(ConversationAttributes))]
[JsonSerializable(typeof(Pipeline.Ports.AssignmentView))]
[JsonSerializable(typeof(TextAnalysis))]
[JsonSerializable(typeof(Correction))]
[JsonSerializable(typeof(RoutingDecision))]
[JsonSerializable(typeof(IReadOnlyList<Suggestion>))]
[JsonSerializable(typeof(IReadOnlyList<Attachment>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(Pipeline.Ports.ConversationTranscript))]
[JsonSerializable(typeof(Pipeline.Ports.TranscriptPage))]
[JsonSerializable(typeof(Pipeline.Ports.TranscriptQuery))]
[JsonSerializable(typeof(Pipeline.Ports.ReindexSlice))]
public sealed partial class PipelineJson : JsonSerializerContext;
