using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Pipeline.Tests.Capture.Platforms;

/// <summary>
/// Chatwoot's API as far as its history goes, in the shapes of app/views/api/v1 and with the pages of app/finders of chatwoot/chatwoot: 25
/// conversations a page, those that something last happened in first; 20 messages a page, backwards.
/// </summary>
internal sealed class FakeChatwoot(FakePlatform platform) : IAsyncDisposable
{
    private const int ConversationsPage = 25;
    private const int MessagesPage = 20;

    private readonly SortedDictionary<long, (JsonObject Conversation, List<JsonObject> Messages)> _conversations = [];

    public FakePlatform Platform => platform;

    public static async Task<FakeChatwoot> StartAsync()
    {
        var fake = new FakeChatwoot(await FakePlatform.StartAsync());
        fake.Platform.Answer = fake.AnswerAsync;
        return fake;
    }

    public ValueTask DisposeAsync() => platform.DisposeAsync();

    /// <summary>Takes in what a webhook told, as the API then lists it.</summary>
    public void Add(string webhookFile, Action<JsonObject>? change = null)
    {
        var webhook = JsonNode.Parse(WebhookSamples.Body(webhookFile))!.AsObject();
        change?.Invoke(webhook);
        var said = webhook["conversation"]!.AsObject();
        var id = said["id"]!.GetValue<long>();
        var sent = Seconds(webhook["created_at"]!);
        var (conversation, messages) = _conversations.TryGetValue(id, out var known) ? known : (Listed(said), []);
        _conversations[id] = (conversation, messages);
        conversation["last_activity_at"] = Math.Max(conversation["last_activity_at"]!.GetValue<long>(), sent);
        conversation["status"] = said["status"]!.DeepClone();
        messages.RemoveAll(message => message["id"]!.GetValue<long>() == webhook["id"]!.GetValue<long>());
        messages.Add(Listed(webhook, id, sent));
    }

    private static JsonObject Listed(JsonObject said) => new()
    {
        ["meta"] = new JsonObject
        {
            ["sender"] = said["meta"]!["sender"]!.DeepClone(),
            ["channel"] = said["channel"]!.DeepClone(),
            ["hmac_verified"] = false,
        },
        ["id"] = said["id"]!.DeepClone(),
        ["messages"] = new JsonArray(),
        ["account_id"] = 3,
        ["additional_attributes"] = said["additional_attributes"]!.DeepClone(),
        ["last_activity_at"] = 0L,
        ["timestamp"] = 0L,
    };

    private static JsonObject Listed(JsonObject webhook, long conversation, long sent)
    {
        string[] types = ["incoming", "outgoing", "activity", "template"];
        var message = new JsonObject
        {
            ["id"] = webhook["id"]!.DeepClone(),
            ["content"] = webhook["content"]?.DeepClone(),
            ["inbox_id"] = 14,
            ["conversation_id"] = conversation,
            ["message_type"] = Array.IndexOf(types, webhook["message_type"]!.GetValue<string>()),
            ["content_type"] = webhook["content_type"]!.DeepClone(),
            ["status"] = "sent",
            ["content_attributes"] = webhook["content_attributes"]?.DeepClone(),
            ["created_at"] = sent,
            ["private"] = webhook["private"]!.DeepClone(),
            ["source_id"] = null,
        };
        if (webhook["sender"] is JsonObject sender)
        {
            message["sender"] = sender.DeepClone();
        }

        if (webhook["attachments"] is JsonArray files)
        {
            message["attachments"] = files.DeepClone();
        }

        return message;
    }

    private Task AnswerAsync(FakePlatform.Call call, HttpResponse response)
    {
        var address = new Uri(platform.Address, call.Path);
        var query = QueryHelpers.ParseQuery(address.Query);
        string[] parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var answer = parts switch
        {
            ["desk", "api", "v1", "accounts", "3", "conversations"] => Conversations(
                int.Parse(query["page"].ToString(), CultureInfo.InvariantCulture)),
            ["desk", "api", "v1", "accounts", "3", "conversations", var id, "messages"] => Messages(
                long.Parse(id, CultureInfo.InvariantCulture),
                query.TryGetValue("before", out var before) ? long.Parse(before.ToString(), CultureInfo.InvariantCulture) : long.MaxValue),
            _ => null,
        };
        response.StatusCode = answer is null ? 404 : call.Headers.GetValueOrDefault("api_access_token") == "api-token" ? 200 : 401;
        return response.WriteAsync(response.StatusCode == 200 ? answer!.ToJsonString() : "{}");
    }

    private JsonObject Conversations(int page) => new()
    {
        ["data"] = new JsonObject
        {
            ["meta"] = new JsonObject { ["all_count"] = _conversations.Count },
            ["payload"] = ArrayOf(_conversations.Values.Select(entry => entry.Conversation)
                .OrderByDescending(conversation => conversation["last_activity_at"]!.GetValue<long>())
                .Skip((page - 1) * ConversationsPage).Take(ConversationsPage)),
        },
    };

    private JsonObject Messages(long conversation, long before) => new()
    {
        ["meta"] = new JsonObject { ["labels"] = new JsonArray() },
        ["payload"] = ArrayOf(_conversations[conversation].Messages
            .OrderByDescending(message => message["created_at"]!.GetValue<long>()).ThenByDescending(message => message["id"]!.GetValue<long>())
            .Where(message => message["id"]!.GetValue<long>() < before).Take(MessagesPage).Reverse()),
    };

    private static JsonArray ArrayOf(IEnumerable<JsonObject> items) => new([.. items.Select(item => item.DeepClone())]);

    private static long Seconds(JsonNode time) =>
        DateTimeOffset.Parse(time.GetValue<string>().Replace(" UTC", "Z", StringComparison.Ordinal), CultureInfo.InvariantCulture).ToUnixTimeSeconds();
}
