using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Pipeline.Capture.Platforms.Notes;
using Pipeline.Ports;

namespace Pipeline.Capture.Platforms.Intercom;

/// <summary>
/// Leaves notes in Intercom's conversations, assigns and tags them, in the name of a teammate. Intercom knows no idempotency keys, so the conversation is
/// read first, and a note that is already there is not left again. Tags must exist there: their ids are looked up by their names.
/// </summary>
public sealed class IntercomOutlet(PlatformAccounts accounts, PlatformApi api) : NoteOutlet(accounts)
{
    /// <summary>The version of the API that calls are written for.</summary>
    public const string ApiVersion = "2.14";

    /// <inheritdoc/>
    public override string Platform => IntercomPlatform.PlatformName;

    /// <inheritdoc/>
    protected override async Task<bool> IsThereAsync(NotePlace place, string reference, CancellationToken cancellationToken)
    {
        var conversation = await api.SendAsync(place.Address, Request(place, HttpMethod.Get, ""), cancellationToken);
        return conversation.AsSpan().IndexOf(Encoding.ASCII.GetBytes(reference)) >= 0;
    }

    /// <inheritdoc/>
    protected override Task LeaveAsync(NotePlace place, AdvisorNote note, string idempotencyKey, CancellationToken cancellationToken) => PostAsync(
        place,
        "/reply",
        new IntercomNote("note", "admin", place.Account.OutletUser!, $"<p>{note.Write(NoteMarkup.Html)}</p>"),
        IntercomJson.Default.IntercomNote,
        cancellationToken);

    /// <inheritdoc/>
    protected override async Task AssignAsync(NotePlace place, Assignee assignee, CancellationToken cancellationToken)
    {
        // A conversation has a team and a teammate at once there.
        foreach (var (type, id) in ((string, string?)[])[("team", assignee.Team), ("admin", assignee.Agent)])
        {
            if (id is not null)
            {
                await PostAsync(
                    place,
                    "/parts",
                    new IntercomAssignment("assignment", type, place.Account.OutletUser!, id),
                    IntercomJson.Default.IntercomAssignment,
                    cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task TagAsync(NotePlace place, IReadOnlyList<string> tags, CancellationToken cancellationToken)
    {
        var answer = await api.SendAsync(place.Address, Authorized(place, HttpMethod.Get, $"{Root(place)}/tags"), cancellationToken);
        var known = JsonSerializer.Deserialize(answer, IntercomJson.Default.IntercomTagList)?.Data ?? [];
        foreach (var tag in known.Where(tag => tags.Contains(tag.Name, StringComparer.OrdinalIgnoreCase)))
        {
            await PostAsync(
                place, "/tags", new IntercomTagging(tag.Id, place.Account.OutletUser!), IntercomJson.Default.IntercomTagging, cancellationToken);
        }
    }

    private Task<byte[]> PostAsync<T>(NotePlace place, string part, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var request = Request(place, HttpMethod.Post, part);
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return api.SendAsync(place.Address, request, cancellationToken);
    }

    private static HttpRequestMessage Request(NotePlace place, HttpMethod method, string part)
    {
        // Numbers only: anything else could lead to another place of the API.
        var id = place.Conversation.Id;
        return IntercomPlatform.IsNumber(id)
            ? Authorized(place, method, $"{Root(place)}/conversations/{id}{part}")
            : throw new PlatformRefusedException("Intercom's conversations have numbers, and this one has none.");
    }

    private static HttpRequestMessage Authorized(NotePlace place, HttpMethod method, string address)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new("Bearer", place.Secret);
        request.Headers.Add("Intercom-Version", ApiVersion);
        return request;
    }

    private static string Root(NotePlace place) => place.Address.GetLeftPart(UriPartial.Path).TrimEnd('/');
}

/// <summary>A note to leave.</summary>
internal sealed record IntercomNote(string MessageType, string Type, string AdminId, string Body);

/// <summary>Whom a conversation goes to.</summary>
internal sealed record IntercomAssignment(string MessageType, string Type, string AdminId, string AssigneeId);

/// <summary>A tag to add.</summary>
internal sealed record IntercomTagging(string Id, string AdminId);

/// <summary>The workspace's tags.</summary>
internal sealed record IntercomTagList(IReadOnlyList<IntercomTag>? Data);

/// <summary>One of them.</summary>
internal sealed record IntercomTag(string Id, string Name);

/// <summary>How calls are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IntercomNote))]
[JsonSerializable(typeof(IntercomAssignment))]
[JsonSerializable(typeof(IntercomTagging))]
[JsonSerializable(typeof(IntercomTagList))]
internal sealed partial class IntercomJson : JsonSerializerContext;
