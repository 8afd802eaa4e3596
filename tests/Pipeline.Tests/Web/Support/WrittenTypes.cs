using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Protection.Access;
using Pipeline.Protection.Erasure;
using Pipeline.Routing.Availability;
using Pipeline.Suggestions.Feedback;
using Pipeline.Sweep;
using Pipeline.Web;
using Pipeline.Web.Answers;
using Pipeline.Web.DeadLetters;
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
        Type[] domain = [typeof(ConversationTranscript), typeof(TranscriptPage)];
        Type[] web =
        [
            typeof(Problem), typeof(SuggestionsAnswer), typeof(FeedbackOrder), typeof(FeedbackAnswer), typeof(FloorOrder), typeof(FloorAnswer), typeof(FloorClaimOrder), typeof(FloorClaimAnswer), typeof(HandoverCard), typeof(HandoverRequest), typeof(HandoverAnswer), typeof(WithdrawalNotice), typeof(SuggestionReport), typeof(ChangeNotice), typeof(LiveAnswer), typeof(ReadyAnswer), typeof(HealthAnswer),
            typeof(PlatformsAnswer), typeof(SweepReport), typeof(DeadLetterPage), typeof(DeadLetterAnswer), typeof(DeadLetterOrder), typeof(DeadLettersHandled),
            typeof(PhraseAnswer), typeof(PhrasePage), typeof(PhraseVote), typeof(PhraseComment), typeof(ArticleAnswer), typeof(ArticlePage),
            typeof(ReplyPage), typeof(AdvisorsAnswer), typeof(PresenceOrder), typeof(ServiceAvailability),
            typeof(ImportAnswer), typeof(LintAnswer), typeof(RoutingRulesAnswer), typeof(RoutingRulesVersions),
        ];
        Type[] protection =
        [
            typeof(ErasureOrder), typeof(ErasureStatus), typeof(ErasuresAnswer), typeof(HoldOrder), typeof(HoldsAnswer), typeof(RetentionAnswer),
            typeof(OriginalsAnswer), typeof(AuditPage), typeof(CompactionAnswer),
        ];
        Array.ForEach(domain, type => Describe(type, PipelineJson.Default, written));
        Array.ForEach(web, type => Describe(type, WebJson.Default, written));
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
