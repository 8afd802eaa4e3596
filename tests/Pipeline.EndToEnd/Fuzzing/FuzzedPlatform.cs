using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Capture.Platforms.Chatwoot;
using Pipeline.Capture.Platforms.Generic;
using Pipeline.Capture.Signatures;

namespace Pipeline.EndToEnd.Fuzzing;

/// <summary>A platform as the fuzzing plays it: its account at the host, how it signs, and its webhooks (tests/Data/webhooks).</summary>
/// <param name="Name">The platform's name.</param>
/// <param name="Account">The account of the host that takes its webhooks.</param>
/// <param name="Secret">The secret it signs with.</param>
/// <param name="Scheme">How it signs.</param>
/// <param name="Place">Gives a webhook the numbers of a conversation and of a message.</param>
/// <param name="Texts">The paths of what people write, in its webhooks.</param>
internal sealed record FuzzedPlatform(
    string Name, string Account, string Secret, SignatureScheme Scheme, Action<JsonNode, int, int> Place, params string[] Texts)
{
    /// <summary>The platforms.</summary>
    public static IReadOnlyList<FuzzedPlatform> All { get; } =
    [
        new("generic", "shop", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", GenericPlatform.Scheme, PlaceGeneric,
            "data.text", "data.sender.name", "data.brand", "data.channel", "data.page", "data.customer_id", "data.attachments.name"),
        new("chatwoot", "desk", "a-secret-of-the-fuzzing", ChatwootPlatform.Scheme, PlaceChatwoot,
            "content", "sender.name", "conversation.additional_attributes.referer", "conversation.meta.sender.name", "attachments.data_url"),
    ];

    /// <summary>The settings of a host that takes them all.</summary>
    public static IEnumerable<(string Name, string Value)> Settings => All.SelectMany((platform, index) => new[]
    {
        ($"Platforms__Accounts__{index}__Platform", platform.Name),
        ($"Platforms__Accounts__{index}__Account", platform.Account),
        ($"Platforms__Accounts__{index}__Secrets__0", platform.Secret),
    });

    /// <summary>Its webhooks, undamaged.</summary>
    public IReadOnlyList<string> Bodies { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Data", "webhooks"), $"{Name}_*.json")
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText),
    ];

    /// <summary>Signs a request for its body as it is.</summary>
    public WireRequest Sign(WireRequest request, string id)
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        if (Scheme.IdHeader is { } idHeader)
        {
            request.With(idHeader, id);
        }

        return request
            .With("Content-Type", "application/json")
            .With(Scheme.TimestampHeader!, timestamp)
            .With(Scheme.SignatureHeader, WebhookSigner.Sign(Scheme, Secret, id, timestamp, request.Body));
    }

    /// <summary>Exchanges a text that a person wrote, where the webhook has it.</summary>
    public static void Write(JsonNode body, string path, string text)
    {
        JsonNode? at = body;
        var names = path.Split('.');
        foreach (var name in names[..^1])
        {
            at = (at is JsonArray { Count: > 0 } list ? list[0] : at)?[name];
        }

        if ((at is JsonArray { Count: > 0 } last ? last[0] : at) is JsonObject found && found.ContainsKey(names[^1]))
        {
            found[names[^1]] = text;
        }
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
