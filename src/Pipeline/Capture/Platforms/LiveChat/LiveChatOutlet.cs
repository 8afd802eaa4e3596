using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Pipeline.Capture.Platforms.Notes;
using Pipeline.Ports;

namespace Pipeline.Capture.Platforms.LiveChat;

/// <summary>
/// Leaves events in chats that only agents see, transfers and tags them (agent chat API 3.6). LiveChat knows no idempotency keys, so the chat is read
/// first, and a note that is already there is not left again.
/// </summary>
public sealed class LiveChatOutlet(PlatformAccounts accounts, PlatformApi api) : NoteOutlet(accounts)
{
    /// <inheritdoc/>
    public override string Platform => LiveChatPlatform.PlatformName;

    /// <inheritdoc/>
    protected override async Task<bool> IsThereAsync(NotePlace place, string reference, CancellationToken cancellationToken)
    {
        var chat = await GetAsync(place, cancellationToken);
        return chat.AsSpan().IndexOf(Encoding.ASCII.GetBytes(reference)) >= 0;
    }

    /// <inheritdoc/>
    protected override Task LeaveAsync(NotePlace place, AdvisorNote note, string idempotencyKey, CancellationToken cancellationToken) => CallAsync(
        place,
        "send_event",
        new LiveChatNewEvent(place.Conversation.Id, new("message", note.Write(NoteMarkup.Plain), "agents")),
        LiveChatJson.Default.LiveChatNewEvent,
        cancellationToken);

    /// <inheritdoc/>
    protected override Task AssignAsync(NotePlace place, Assignee assignee, CancellationToken cancellationToken)
    {
        // Whoever has it belongs to a group already: the agent is the closer answer.
        var target = assignee.Agent is { } agent
            ? new LiveChatTarget("agent", [agent])
            : new LiveChatTarget("group", [int.Parse(assignee.Team!, NumberStyles.None, CultureInfo.InvariantCulture)]);
        return CallAsync(
            place, "transfer_chat", new LiveChatTransfer(place.Conversation.Id, target, true, true), LiveChatJson.Default.LiveChatTransfer, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task TagAsync(NotePlace place, IReadOnlyList<string> tags, CancellationToken cancellationToken)
    {
        using var chat = JsonDocument.Parse(await GetAsync(place, cancellationToken));
        if (!chat.RootElement.TryGetProperty("thread", out var thread) || !thread.TryGetProperty("id", out var id) || id.GetString() is not { } threadId)
        {
            throw new PlatformRefusedException("LiveChat's answer to get_chat names no thread.");
        }

        var present = thread.TryGetProperty("tags", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(tag => tag.ToString()).ToHashSet(StringComparer.Ordinal)
            : [];
        foreach (var tag in tags.Where(tag => !present.Contains(tag)))
        {
            await CallAsync(
                place, "tag_thread", new LiveChatTag(place.Conversation.Id, threadId, tag), LiveChatJson.Default.LiveChatTag, cancellationToken);
        }
    }

    private Task<byte[]> GetAsync(NotePlace place, CancellationToken cancellationToken) => CallAsync(
        place, "get_chat", new LiveChatChat(place.Conversation.Id), LiveChatJson.Default.LiveChatChat, cancellationToken);

    private Task<byte[]> CallAsync<T>(NotePlace place, string action, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{place.Address.GetLeftPart(UriPartial.Path).TrimEnd('/')}/agent/action/{action}")
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        // A personal access token belongs to an account; another token stands alone.
        request.Headers.Authorization = place.Account.OutletUser is { } user
            ? new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{place.Secret}")))
            : new("Bearer", place.Secret);
        return api.SendAsync(place.Address, request, cancellationToken);
    }
}

/// <summary>A chat that is asked for.</summary>
internal sealed record LiveChatChat(string ChatId);

/// <summary>An event to leave in a chat.</summary>
internal sealed record LiveChatNewEvent(string ChatId, LiveChatNote Event);

/// <summary>The event.</summary>
internal sealed record LiveChatNote(string Type, string Text, string Visibility);

/// <summary>A chat that goes to somebody else, even if they are away, or do not know the one who asks.</summary>
internal sealed record LiveChatTransfer(string Id, LiveChatTarget Target, bool IgnoreAgentsAvailability, bool IgnoreRequesterPresence);

/// <summary>Whom it goes to: groups have numbers, agents addresses.</summary>
internal sealed record LiveChatTarget(string Type, JsonArray Ids);

/// <summary>A tag for a chat's thread.</summary>
internal sealed record LiveChatTag(string ChatId, string ThreadId, string Tag);

/// <summary>How calls are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LiveChatChat))]
[JsonSerializable(typeof(LiveChatNewEvent))]
[JsonSerializable(typeof(LiveChatTransfer))]
[JsonSerializable(typeof(LiveChatTag))]
internal sealed partial class LiveChatJson : JsonSerializerContext;
