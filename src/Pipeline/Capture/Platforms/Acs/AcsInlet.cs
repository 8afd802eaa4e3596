using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Capture.Reading;
using Pipeline.Capture.Signatures;

namespace Pipeline.Capture.Platforms.Acs;

/// <summary>
/// Reads the events of chat threads: one a message, whoever is in the thread. Those for each user, which tell the same once for everybody, are passed over.
/// Both handshakes of Event Grid are answered.
/// </summary>
public sealed class AcsInlet : IPlatformInlet
{
    private const int MostEvents = 1000;

    /// <inheritdoc/>
    public string Platform => AcsPlatform.PlatformName;

    /// <inheritdoc/>
    public WebhookReading Read(WebhookRequest request, PlatformAccount account, DateTimeOffset now) =>
        AddressToken.Check(request, account.Tokens) is { } problem
            ? new WebhookReading.Refused(problem)
            : WebhookBody.ReadEach(request, MostEvents, body => Understand(body, account, now));

    /// <inheritdoc/>
    public WebhookReading Greet(WebhookGreeting greeting, PlatformAccount account) =>
        EventGreeting.Answer(greeting, request => AddressToken.Check(request, account.Tokens));

    private static WebhookReading Understand(BodyObject body, PlatformAccount account, DateTimeOffset now)
    {
        // What Event Grid calls eventType in its own schema is type in CloudEvents.
        var type = body.TextOrNone("eventType", CaptureLimits.Id) ?? body.Text("type", CaptureLimits.Id);
        return type switch
        {
            "Microsoft.EventGrid.SubscriptionValidationEvent" => Validated(body.Object("data")),
            "Microsoft.Communication.ChatMessageReceivedInThread" => new AcsEvent(body.Object("data"), account, now).ReadReceived(),
            "Microsoft.Communication.ChatMessageEditedInThread" => new AcsEvent(body.Object("data"), account, now).ReadEdited(),
            "Microsoft.Communication.ChatMessageDeletedInThread" => new AcsEvent(body.Object("data"), account, now).ReadDeleted(),
            _ => new WebhookReading.Ignored("UnknownEvent"),
        };
    }

    private static WebhookReading.Answered Validated(BodyObject data) => new(new GreetingAnswer(
        JsonSerializer.Serialize(new AcsValidation(data.Text("validationCode", CaptureLimits.Id)), AcsJson.Default.AcsValidation), "application/json"));
}

/// <summary>The answer by which an event subscription is proven to be wanted.</summary>
internal sealed record AcsValidation(string ValidationResponse);

/// <summary>How answers are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AcsValidation))]
internal sealed partial class AcsJson : JsonSerializerContext;
