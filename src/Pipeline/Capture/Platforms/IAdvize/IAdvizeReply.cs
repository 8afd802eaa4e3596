using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Capture.Reading;

namespace Pipeline.Capture.Platforms.IAdvize;

/// <summary>What a bot answers the connector (docs.iadvize.dev, external bot, conversation flow).</summary>
internal sealed record IAdvizeReply(
    string IdConversation, string? IdOperator, IReadOnlyList<IAdvizeTransfer> Replies, IReadOnlyList<string> Variables, string CreatedAt, string UpdatedAt)
{
    /// <summary>Nothing to say; and a hand-over, where a rule is given.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="body">What the connector sent: it names the bot.</param>
    /// <param name="rule">The distribution rule that conversations go to; null to keep listening.</param>
    /// <param name="now">The present time.</param>
    public static GreetingAnswer Of(string conversation, BodyObject body, string? rule, DateTimeOffset now)
    {
        var time = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var reply = new IAdvizeReply(
            conversation, body.IdOrNone("idOperator"), rule is null ? [] : [new("transfer", rule)], [], time, time);
        return new(JsonSerializer.Serialize(reply, IAdvizeJson.Default.IAdvizeReply), "application/json");
    }
}

/// <summary>A hand-over to people.</summary>
internal sealed record IAdvizeTransfer(string Type, string DistributionRule);

/// <summary>How answers are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IAdvizeReply))]
internal sealed partial class IAdvizeJson : JsonSerializerContext;
