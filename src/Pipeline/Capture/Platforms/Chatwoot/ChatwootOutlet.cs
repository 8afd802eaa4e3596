using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Pipeline.Capture.Platforms.Notes;
using Pipeline.Ports;

namespace Pipeline.Capture.Platforms.Chatwoot;

/// <summary>
/// Leaves private notes in Chatwoot's conversations, which customers never see, assigns them and labels them. Chatwoot knows no idempotency
/// keys, so the last messages of the conversation are read first, and a note that is already there is not left again.
/// </summary>
public sealed class ChatwootOutlet(PlatformAccounts accounts, PlatformApi api) : NoteOutlet(accounts)
{
    private const int MaxLabels = 1000;

    /// <inheritdoc/>
    public override string Platform => ChatwootPlatform.PlatformName;

    /// <inheritdoc/>
    protected override async Task<bool> IsThereAsync(NotePlace place, string reference, CancellationToken cancellationToken)
    {
        var present = await api.SendAsync(
            place.Address, ChatwootApi.Request(HttpMethod.Get, Messages(place), place.Secret), cancellationToken);
        return present.AsSpan().IndexOf(Encoding.ASCII.GetBytes(reference)) >= 0;
    }

    /// <inheritdoc/>
    protected override Task LeaveAsync(NotePlace place, AdvisorNote note, string idempotencyKey, CancellationToken cancellationToken)
    {
        var request = ChatwootApi.Request(HttpMethod.Post, Messages(place), place.Secret);
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        return SendAsync(
            place,
            request,
            new ChatwootNewMessage(note.Write(NoteMarkup.Markdown), "outgoing", Private: true),
            ChatwootJson.Default.ChatwootNewMessage,
            cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task AssignAsync(NotePlace place, Assignee assignee, CancellationToken cancellationToken)
    {
        // One call takes one of the two: of both in one the agent alone would be taken.
        foreach (var assignment in (ChatwootAssignment[])
        [
            .. assignee.Team is { } team ? [new ChatwootAssignment(null, Number(team))] : (ChatwootAssignment[])[],
            .. assignee.Agent is { } agent ? [new ChatwootAssignment(Number(agent), null)] : (ChatwootAssignment[])[],
        ])
        {
            await SendAsync(
                place, Request(place, HttpMethod.Post, "assignments"), assignment, ChatwootJson.Default.ChatwootAssignment, cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override async Task TagAsync(NotePlace place, IReadOnlyList<string> tags, CancellationToken cancellationToken)
    {
        // Whatever is written takes the place of the labels that are there.
        var answer = await api.SendAsync(place.Address, Request(place, HttpMethod.Get, "labels"), cancellationToken);
        var present = JsonSerializer.Deserialize(answer, ChatwootJson.Default.ChatwootLabelList)?.Payload ?? [];
        if (present.Count <= MaxLabels && tags.Except(present, StringComparer.Ordinal).Any())
        {
            await SendAsync(
                place,
                Request(place, HttpMethod.Post, "labels"),
                new ChatwootLabels([.. present.Union(tags, StringComparer.Ordinal)]),
                ChatwootJson.Default.ChatwootLabels,
                cancellationToken);
        }
    }

    private Task<byte[]> SendAsync<T>(NotePlace place, HttpRequestMessage request, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return api.SendAsync(place.Address, request, cancellationToken);
    }

    private static HttpRequestMessage Request(NotePlace place, HttpMethod method, string part) => ChatwootApi.Request(
        method, ChatwootApi.PartOf(place.Address, place.Account, place.Conversation.Id, part), place.Secret);

    private static Uri Messages(NotePlace place) => ChatwootApi.Messages(place.Address, place.Account, place.Conversation.Id);

    private static long Number(string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new PlatformRefusedException("Chatwoot's agents and teams have numbers, and one that the account's settings name has none.");
}

/// <summary>
/// A message to leave in a conversation (chatwoot/chatwoot, swagger/definitions/request/conversation/create_message_payload.yml).
/// </summary>
internal sealed record ChatwootNewMessage(string Content, string MessageType, bool Private);

/// <summary>Whom a conversation goes to (chatwoot/chatwoot, app/controllers/api/v1/accounts/conversations/assignments_controller.rb).</summary>
internal sealed record ChatwootAssignment(long? AssigneeId, long? TeamId);

/// <summary>The labels that a conversation is to have.</summary>
internal sealed record ChatwootLabels(IReadOnlyList<string> Labels);

/// <summary>The labels that a conversation has.</summary>
internal sealed record ChatwootLabelList(IReadOnlyList<string>? Payload);

/// <summary>How calls are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatwootNewMessage))]
[JsonSerializable(typeof(ChatwootAssignment))]
[JsonSerializable(typeof(ChatwootLabels))]
[JsonSerializable(typeof(ChatwootLabelList))]
internal sealed partial class ChatwootJson : JsonSerializerContext;
