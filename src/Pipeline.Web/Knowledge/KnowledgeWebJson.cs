using System.Text.Json.Serialization;
using Pipeline.Quality.Knowledge.Digests;
using Pipeline.Quality.Knowledge.Neighbours;
using Pipeline.Quality.Knowledge.Peers;
using Pipeline.Quality.Knowledge.Register;
using Pipeline.Quality.Knowledge.Sessions;

namespace Pipeline.Web.Knowledge;

/// <summary>How the bodies and answers of the knowledge loop are read and written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(QuestionOrder))]
[JsonSerializable(typeof(AnswerOrder))]
[JsonSerializable(typeof(CloseOrder))]
[JsonSerializable(typeof(TipOrder))]
[JsonSerializable(typeof(RequestOrder))]
[JsonSerializable(typeof(RequestAnswerOrder))]
[JsonSerializable(typeof(ConsentOrder))]
[JsonSerializable(typeof(GlossaryOrder))]
[JsonSerializable(typeof(SessionOrder))]
[JsonSerializable(typeof(SessionCopyOrder))]
[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(QuestionPage))]
[JsonSerializable(typeof(PeersAnswer))]
[JsonSerializable(typeof(PeerConsent))]
[JsonSerializable(typeof(NeighbourRequest))]
[JsonSerializable(typeof(RequestsAnswer))]
[JsonSerializable(typeof(GlossaryAnswer))]
[JsonSerializable(typeof(GlossaryEntryAnswer))]
[JsonSerializable(typeof(Digest))]
[JsonSerializable(typeof(DigestsAnswer))]
[JsonSerializable(typeof(QuestionSession))]
[JsonSerializable(typeof(SessionView))]
[JsonSerializable(typeof(SessionsAnswer))]
public sealed partial class KnowledgeWebJson : JsonSerializerContext;
