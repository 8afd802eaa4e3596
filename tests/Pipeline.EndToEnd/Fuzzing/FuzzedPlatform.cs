using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Pipeline.Capture.Platforms.Chatwoot;
using Pipeline.Capture.Platforms.Generic;
using Pipeline.Capture.Platforms.IAdvize;
using Pipeline.Capture.Platforms.Intercom;
using Pipeline.Capture.Platforms.Meta.Messenger;
using Pipeline.Capture.Platforms.Meta.WhatsApp;
using Pipeline.Capture.Platforms.Slack;
using Pipeline.Capture.Platforms.Twilio;
using Pipeline.Capture.Platforms.Zendesk;
using Pipeline.Capture.Signatures;

namespace Pipeline.EndToEnd.Fuzzing;

/// <summary>A platform as the fuzzing plays it: its account at the host, how it proves its webhooks, and these (tests/Data/webhooks).</summary>
/// <param name="Name">The platform's name.</param>
/// <param name="Prove">Proves a request for its body as it is; given the platform and an id for the webhook.</param>
/// <param name="Place">Gives a webhook the numbers of a conversation and of a message.</param>
/// <param name="Texts">The paths of what people write, in its webhooks.</param>
internal sealed record FuzzedPlatform(
    string Name, Action<WireRequest, string> Prove, Action<JsonNode, int, int> Place, params string[] Texts)
{
    private const string Secret = "a-secret-of-the-fuzzing";
    private const string GenericSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Twilio = "https://chat.example.org/api/webhooks/twilio/fuzzed";

    /// <summary>The account of the host that takes its webhooks.</summary>
    public const string Account = "fuzzed";

    /// <summary>The platforms.</summary>
    public static IReadOnlyList<FuzzedPlatform> All { get; } =
    [
        new("generic", Signed(GenericPlatform.Scheme, GenericSecret), PlaceGeneric,
            "data.text", "data.sender.name", "data.brand", "data.channel", "data.page", "data.customer_id", "data.attachments.name"),
        new("chatwoot", Signed(ChatwootPlatform.Scheme, Secret), PlaceChatwoot,
            "content", "sender.name", "conversation.additional_attributes.referer", "conversation.meta.sender.name", "attachments.data_url"),
        new("zendesk", Signed(ZendeskPlatform.Scheme, Secret), Placed("detail.id", "event.comment.id"),
            "event.comment.body", "event.comment.author.name", "detail.subject"),
        new("sunshine", (request, _) => request.With("X-API-Key", Secret), Placed("events.payload.conversation.id", "events.payload.message.id", "c-"),
            "events.payload.message.content.text", "events.payload.message.author.displayName"),
        new("intercom", Signed(IntercomPlatform.Scheme, Secret), Placed("data.item.id", "data.item.conversation_parts.conversation_parts.id"),
            "data.item.conversation_parts.conversation_parts.body", "data.item.source.body", "data.item.source.author.name"),
        new("livechat", (_, _) => { }, PlaceLiveChat, "payload.event.text", "payload.event.name", "payload.chat.users.name"),
        new("whatsapp", Signed(WhatsAppPlatform.Scheme, Secret), Placed("entry.changes.value.messages.from", "entry.changes.value.messages.id", "1555", "wamid."),
            "entry.changes.value.messages.text.body", "entry.changes.value.contacts.profile.name"),
        new("messenger", Signed(MessengerPlatform.Scheme, Secret), Placed("entry.messaging.sender.id", "entry.messaging.message.mid", "5012", "m_"),
            "entry.messaging.message.text", "entry.messaging.postback.title"),
        new("slack", Signed(SlackPlatform.Scheme, Secret), Placed("event.channel", "event.client_msg_id", "C0"), "event.text", "event.files.name"),
        new("twilio", ProveTwilio, Placed("ConversationSid", "MessageSid", "CH", "IM"), "Body", "Media", "Author"),
        new("acs", (request, _) => request.Target += $"?token={Secret}", Placed("data.threadId", "data.messageId", "19:"),
            "data.messageBody", "data.senderDisplayName"),
        new("iadvize", ProveIAdvize, Placed("conversationId", "message.idMessage", "c-", "m-"), "message.payload.value", "channel"),
    ];

    /// <summary>The settings of a host that takes them all.</summary>
    public static IEnumerable<(string Name, string Value)> Settings => All.SelectMany((platform, index) => new[]
    {
        ($"Platforms__Accounts__{index}__Platform", platform.Name),
        ($"Platforms__Accounts__{index}__Account", Account),
        platform.Name == "acs"
            ? ($"Platforms__Accounts__{index}__Tokens__0", Secret)
            : ($"Platforms__Accounts__{index}__Secrets__0", platform.Name == "generic" ? GenericSecret : Secret),
        platform.Name is "whatsapp" or "messenger"
            ? ($"Platforms__Accounts__{index}__Tokens__0", Secret)
            : ($"Platforms__Accounts__{index}__PublicAddress", Twilio),
    });

    /// <summary>Its webhooks, undamaged.</summary>
    public IReadOnlyList<string> Bodies { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Data", "webhooks"), $"{Name}_*.json")
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText),
    ];

    /// <summary>Proves a request for its body as it is.</summary>
    public WireRequest Sign(WireRequest request, string id)
    {
        Prove(request.With("Content-Type", "application/json"), id);
        return request;
    }

    /// <summary>Exchanges a text that a person wrote, where the webhook has it.</summary>
    public static void Write(JsonNode body, string path, string text)
    {
        var names = path.Split('.');
        if (Find(body, names[..^1]) is JsonObject found && found.ContainsKey(names[^1]))
        {
            found[names[^1]] = text;
        }
    }

    // Of a list the first item counts.
    private static JsonNode? Find(JsonNode? at, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            at = First(at) is JsonObject whole ? whole[name] : null;
        }

        return First(at);
    }

    private static JsonNode? First(JsonNode? at)
    {
        while (at is JsonArray list)
        {
            at = list.Count > 0 ? list[0] : null;
        }

        return at;
    }

    private static Action<WireRequest, string> Signed(SignatureScheme scheme, string secret) => (request, id) =>
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        if (scheme.IdHeader is { } idHeader)
        {
            request.With(idHeader, id);
        }

        if (scheme.TimestampHeader is { } timestampHeader)
        {
            request.With(timestampHeader, timestamp);
        }

        request.With(scheme.SignatureHeader, WebhookSigner.Sign(scheme, secret, id, timestamp, request.Body));
    };

    private static void ProveTwilio(WireRequest request, string id)
    {
        var query = $"?bodySHA256={Convert.ToHexStringLower(SHA256.HashData(request.Body))}";
        request.Target += query;
        request.With(TwilioSignature.Header, TwilioSignature.Sign(Secret, Twilio + query, []));
    }

    // What a visitor says comes to a path of its conversation.
    private static void ProveIAdvize(WireRequest request, string id)
    {
        request.Target += request.Body.AsSpan().IndexOf("\"message\""u8) >= 0 ? "/conversations/c-1/messages"
            : request.Body.AsSpan().IndexOf("\"eventType\""u8) >= 0 ? ""
            : "/conversations";
        Signed(IAdvizePlatform.Scheme, Secret)(request, id);
    }

    private static Action<JsonNode, int, int> Placed(string conversationPath, string messagePath, string conversation = "", string message = "") =>
        (body, conversationNumber, messageNumber) =>
        {
            Write(body, conversationPath, string.Create(CultureInfo.InvariantCulture, $"{conversation}{conversationNumber + 1}"));
            Write(body, messagePath, string.Create(CultureInfo.InvariantCulture, $"{message}{messageNumber + 1}"));
        };

    private static void PlaceLiveChat(JsonNode body, int conversation, int message)
    {
        Write(body, "secret_key", Secret);
        Write(body, "payload.chat_id", $"C{conversation}");
        Write(body, "payload.chat.id", $"C{conversation}");
        Write(body, "payload.event.id", $"C{conversation}_{message}");
    }

    private static void PlaceGeneric(JsonNode body, int conversation, int message)
    {
        if (body["data"] is { } data)
        {
            data["conversation_id"] = $"c-{conversation}";
            data["id"] = $"m-{message}";
        }
    }

    private static void PlaceChatwoot(JsonNode body, int conversation, int message)
    {
        if (body["conversation"] is { } of)
        {
            of["id"] = conversation + 1;
            body["id"] = message;
        }
        else
        {
            body["id"] = conversation + 1;
        }
    }
}
