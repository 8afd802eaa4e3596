using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Protection.Access;
using Pipeline.Protection.Erasure;
using Pipeline.Quality.Knowledge.Digests;
using Pipeline.Quality.Knowledge.Neighbours;
using Pipeline.Quality.Knowledge.Peers;
using Pipeline.Quality.Knowledge.Register;
using Pipeline.Quality.Knowledge.Sessions;
using Pipeline.Quality.Reports;
using Pipeline.Quality.Review;
using Pipeline.Quality.Review.Annotations;
using Pipeline.Quality.Review.Calibration;
using Pipeline.Quality.Review.Corrections;
using Pipeline.Quality.Review.Samples;
using Pipeline.Routing.Availability;
using Pipeline.Suggestions.Feedback;
using Pipeline.Sweep;
using Pipeline.Transcripts.Provenance;
using Pipeline.Web;
using Pipeline.Web.Answers;
using Pipeline.Web.DeadLetters;
using Pipeline.Web.Knowledge;
using Pipeline.Web.Library;
using Pipeline.Web.Requests;

namespace Pipeline.Tests.Web.Support;

/// <summary>What the serializers really write for each answer of the API, in the form of <see cref="SchemaText"/>.</summary>
public static class WrittenTypes
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static IReadOnlyDictionary<string, string> All()
    {
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        Type[] domain = [typeof(ConversationTranscript), typeof(TranscriptPage), typeof(ReindexSlice)];
        Type[] web =
        [
            typeof(Problem), typeof(SuggestionsAnswer), typeof(FeedbackOrder), typeof(FeedbackAnswer), typeof(FloorOrder), typeof(FloorAnswer), typeof(FloorClaimOrder), typeof(FloorClaimAnswer), typeof(HandoverCard), typeof(HandoverRequest), typeof(HandoverAnswer), typeof(WithdrawalNotice), typeof(SuggestionReport), typeof(ChangeNotice), typeof(LiveAnswer), typeof(ReadyAnswer), typeof(HealthAnswer),
            typeof(PlatformsAnswer), typeof(PlatformTestOrder), typeof(PlatformTestAnswer), typeof(SweepReport), typeof(DeadLetterPage), typeof(DeadLetterAnswer), typeof(DeadLetterOrder), typeof(DeadLettersHandled),
            typeof(PhraseAnswer), typeof(PhrasePage), typeof(PhraseVote), typeof(PhraseComment), typeof(ArticleAnswer), typeof(ArticlePage),
            typeof(ReplyPage), typeof(AdvisorsAnswer), typeof(PresenceOrder), typeof(ServiceAvailability),
            typeof(ImportAnswer), typeof(ExportColumnsAnswer), typeof(LintAnswer), typeof(RoutingRulesAnswer), typeof(RoutingRulesVersions),
        ];
        Describe(typeof(WholeTranscript), ProvenanceJson.Default, written);
        Type[] reports = [typeof(GroupReport), typeof(IrritantReport), typeof(ConsistencyReport), typeof(DigestReport)];
        Array.ForEach(reports, type => Describe(type, ReportJson.Default, written));
        Type[] review =
        [
            typeof(ScorecardAnswer), typeof(ScorecardsAnswer), typeof(SampleDefinition), typeof(ReviewSample), typeof(SamplePage), typeof(BeginReviewOrder),
            typeof(ReviewAnswersOrder), typeof(ReviewStepOrder), typeof(ReviewAnswer), typeof(ReviewsAnswer), typeof(ReviewPage), typeof(ReviewReport),
            typeof(CalibrationOrder), typeof(CalibrationRound), typeof(CalibrationPage), typeof(CalibrationReport), typeof(AnnotationOrder),
            typeof(MessageAnnotation), typeof(AnnotationsAnswer), typeof(ThanksWall), typeof(CorrectionOrder), typeof(CorrectionEntry),
            typeof(CorrectionsAnswer), typeof(CorrectedConversations),
        ];
        Type[] knowledge =
        [
            typeof(QuestionOrder), typeof(AnswerOrder), typeof(CloseOrder), typeof(TipOrder), typeof(RequestOrder), typeof(RequestAnswerOrder), typeof(ConsentOrder),
            typeof(GlossaryOrder), typeof(SessionOrder), typeof(SessionCopyOrder), typeof(Question), typeof(QuestionPage), typeof(PeersAnswer), typeof(PeerConsent),
            typeof(NeighbourRequest), typeof(RequestsAnswer), typeof(GlossaryAnswer), typeof(GlossaryEntryAnswer), typeof(Digest), typeof(DigestsAnswer),
            typeof(QuestionSession), typeof(SessionView), typeof(SessionsAnswer),
        ];
        Type[] protection =
        [
            typeof(ErasureOrder), typeof(ErasureStatus), typeof(ErasuresAnswer), typeof(HoldOrder), typeof(HoldsAnswer), typeof(RetentionAnswer),
            typeof(OriginalsAnswer), typeof(AuditPage), typeof(CompactionAnswer),
        ];
        Array.ForEach(domain, type => Describe(type, PipelineJson.Default, written));
        Array.ForEach(web, type => Describe(type, WebJson.Default, written));
        Array.ForEach(review, type => Describe(type, ReviewWebJson.Default, written));
        Array.ForEach(knowledge, type => Describe(type, KnowledgeWebJson.Default, written));
        Array.ForEach(protection, type => Describe(type, ProtectionWebJson.Default, written));
        return written;
    }

    private static string Describe(Type type, IJsonTypeInfoResolver json, Dictionary<string, string> written)
    {
        if (Plain(type) is { } plain)
        {
            return plain;
        }

        if (Generic(type, typeof(IReadOnlyDictionary<,>)) is { } map)
        {
            return $"map({Describe(map[1], json, written)})";
        }

        if (Generic(type, typeof(IReadOnlyList<>)) is { } list)
        {
            return $"array({Describe(list[0], json, written)})";
        }

        if (written.TryAdd(type.Name, ""))
        {
            written[type.Name] = type.IsEnum ? $"enum({string.Join(", ", Enum.GetNames(type).Select(name => NameOf(type, name)))})" : Properties(type, json, written);
        }

        return type.Name;
    }

    private static string Properties(Type type, IJsonTypeInfoResolver json, Dictionary<string, string> written)
    {
        var contract = json.GetTypeInfo(type, ((System.Text.Json.Serialization.JsonSerializerContext)json).Options)
            ?? throw new InvalidOperationException($"{type} is not written by {json.GetType()}.");
        return string.Join("; ", contract.Properties.Where(property => property.Get is not null).Select(property =>
        {
            var member = type.GetProperties().Single(candidate => candidate.Name.Equals(property.Name, StringComparison.OrdinalIgnoreCase));
            var optional = Nullability.Create(member).ReadState == NullabilityState.Nullable;
            var value = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            return $"{property.Name}{(optional ? "?" : "")}: {Describe(value, json, written)}";
        }).Order(StringComparer.Ordinal));
    }

    private static string NameOf(Type type, string member) =>
        type.GetField(member)!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? member;

    private static string? Plain(Type type) => type switch
    {
        _ when type == typeof(string) => "string",
        _ when type == typeof(bool) => "boolean",
        _ when type == typeof(int) || type == typeof(long) => "integer",
        _ when type == typeof(double) => "number",
        _ when type == typeof(DateTimeOffset) => "date-time",
        _ when type == typeof(DateOnly) => "date",
        _ => null,
    };

    private static Type[]? Generic(Type type, Type definition) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == definition ? type.GetGenericArguments() : null;
}
