using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Capture.Platforms.Chatwoot;

/// <summary>
/// Leaves private notes in Chatwoot's conversations, and nothing else: customers never see them. Chatwoot knows no idempotency keys, so
/// the last messages of the conversation are read first, and a note that is already there is not left again.
/// </summary>
public sealed class ChatwootOutlet(PlatformAccounts accounts, PlatformApi api) : IPlatformOutlet
{
    private const int ReferenceLength = 12;

    /// <inheritdoc/>
    public string Platform => ChatwootPlatform.PlatformName;

    /// <inheritdoc/>
    public bool Reaches(string account) => accounts.Find(Platform, account)?.OutletAddress is not null;

    /// <inheritdoc/>
    public async Task DeliverAsync(ConversationEvent outcome, CancellationToken cancellationToken)
    {
        if (accounts.Find(Platform, outcome.Conversation.Account) is not { OutletAddress: { } address, OutletSecret: { } token } account)
        {
            return;
        }

        var reference = Reference(outcome);
        var note = outcome switch
        {
            // A note that was left can't be taken back: that its suggestions fit no more is not told.
            RepliesSuggested { Suggestions.Count: 0 } => null,
            RepliesSuggested suggested => ChatwootNote.Write(suggested, reference),
            ConversationRouted { Status: not AssignmentStatus.Released } routed => ChatwootNote.Write(routed, reference),
            ConversationHandedOver handedOver => ChatwootNote.Write(handedOver, reference),

            // That a place was given back is of no use to the advisor who reads the conversation.
            _ => null,
        };
        if (note is null)
        {
            return;
        }

        var messages = ChatwootApi.Messages(address, account, outcome.Conversation.Id);
        var present = await api.SendAsync(address, ChatwootApi.Request(HttpMethod.Get, messages, token), cancellationToken);
        if (present.AsSpan().IndexOf(Encoding.ASCII.GetBytes(reference)) >= 0)
        {
            return;
        }

        var request = ChatwootApi.Request(HttpMethod.Post, messages, token);
        request.Headers.Add("Idempotency-Key", outcome.BusId);
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(
            new ChatwootNewMessage(note, "outgoing", Private: true), ChatwootJson.Default.ChatwootNewMessage));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        await api.SendAsync(address, request, cancellationToken);
    }

    /// <summary>
    /// What names the note in the conversation. Suggestions are named by the outcome; a routing decision by what it says, so that the
    /// advisor is not told the same after every message.
    /// </summary>
    private static string Reference(ConversationEvent outcome)
    {
        var identity = outcome is ConversationRouted { Decision: var decision } routed
            ? ConversationKeys.BusId(
                "routing",
                routed.Conversation.Key,
                routed.Status.ToString(),
                routed.AdvisorId ?? "",
                decision.Skill,
                $"{decision.Level}",
                $"{decision.Hard}",
                $"{decision.Urgent}")
            : outcome.BusId;
        return identity[^ReferenceLength..];
    }
}

/// <summary>
/// A message to leave in a conversation (chatwoot/chatwoot, swagger/definitions/request/conversation/create_message_payload.yml).
/// </summary>
internal sealed record ChatwootNewMessage(string Content, string MessageType, bool Private);

/// <summary>How calls are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ChatwootNewMessage))]
internal sealed partial class ChatwootJson : JsonSerializerContext;
