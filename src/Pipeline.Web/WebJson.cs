using System.Text.Json.Serialization;
using Pipeline.Messages;
using Pipeline.Routing;
using Pipeline.Routing.Availability;
using Pipeline.Suggestions.Feedback;
using Pipeline.Suggestions.Replies;
using Pipeline.Sweep;
using Pipeline.Web.Answers;
using Pipeline.Web.DeadLetters;
using Pipeline.Web.Library;
using Pipeline.Web.Requests;

namespace Pipeline.Web;

/// <summary>How the answers that only the web knows are written; those of the domain are in <see cref="Messages.PipelineJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(SuggestionsAnswer))]
[JsonSerializable(typeof(FeedbackOrder))]
[JsonSerializable(typeof(FeedbackAnswer))]
[JsonSerializable(typeof(FloorOrder))]
[JsonSerializable(typeof(FloorAnswer))]
[JsonSerializable(typeof(FloorClaimOrder))]
[JsonSerializable(typeof(FloorClaimAnswer))]
[JsonSerializable(typeof(HandoverCard))]
[JsonSerializable(typeof(HandoverRequest))]
[JsonSerializable(typeof(HandoverAnswer))]
[JsonSerializable(typeof(WithdrawalNotice))]
[JsonSerializable(typeof(SuggestionReport))]
[JsonSerializable(typeof(ChangeNotice))]
[JsonSerializable(typeof(LiveAnswer))]
[JsonSerializable(typeof(ReadyAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(PlatformsAnswer))]
[JsonSerializable(typeof(PlatformTestOrder))]
[JsonSerializable(typeof(PlatformTestAnswer))]
[JsonSerializable(typeof(SweepReport))]
[JsonSerializable(typeof(DeadLetterPage))]
[JsonSerializable(typeof(DeadLetterAnswer))]
[JsonSerializable(typeof(DeadLetterOrder))]
[JsonSerializable(typeof(DeadLettersHandled))]
[JsonSerializable(typeof(PhraseAnswer))]
[JsonSerializable(typeof(PhrasePage))]
[JsonSerializable(typeof(PhraseVote))]
[JsonSerializable(typeof(PhraseComment))]
[JsonSerializable(typeof(ArticleAnswer))]
[JsonSerializable(typeof(ArticlePage))]
[JsonSerializable(typeof(AcceptedReply))]
[JsonSerializable(typeof(ReplyPage))]
[JsonSerializable(typeof(ExportColumnsAnswer))]
[JsonSerializable(typeof(ImportAnswer))]
[JsonSerializable(typeof(LintAnswer))]
[JsonSerializable(typeof(AdvisorSeed))]
[JsonSerializable(typeof(AdvisorAnswer))]
[JsonSerializable(typeof(AdvisorsAnswer))]
[JsonSerializable(typeof(PresenceOrder))]
[JsonSerializable(typeof(ServiceAvailability))]
[JsonSerializable(typeof(RoutingRulesAnswer))]
[JsonSerializable(typeof(RoutingRulesVersions))]
public sealed partial class WebJson : JsonSerializerContext;
