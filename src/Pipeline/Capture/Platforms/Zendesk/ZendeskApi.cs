using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Capture.Platforms.Notes;
using Pipeline.Ports;

namespace Pipeline.Capture.Platforms.Zendesk;

/// <summary>The calls of Zendesk's API that are made here (developer.zendesk.com/api-reference/ticketing).</summary>
internal static class ZendeskApi
{
    /// <summary>The last hundred comments of the ticket, the newest first.</summary>
    public static HttpRequestMessage ReadComments(NotePlace place) =>
        Request(HttpMethod.Get, place, "/comments.json?sort=-created_at&page%5Bsize%5D=100");

    /// <summary>Changes the ticket.</summary>
    public static HttpRequestMessage Update(NotePlace place, ZendeskTicketChange change)
    {
        var request = Request(HttpMethod.Put, place, ".json");
        request.Content = Json(JsonSerializer.SerializeToUtf8Bytes(new ZendeskTicketUpdate(change), ZendeskJson.Default.ZendeskTicketUpdate));
        return request;
    }

    /// <summary>Adds tags to those of the ticket; with POST they would take the place of those.</summary>
    public static HttpRequestMessage AddTags(NotePlace place, IReadOnlyList<string> tags)
    {
        var request = Request(HttpMethod.Put, place, "/tags.json");
        request.Content = Json(JsonSerializer.SerializeToUtf8Bytes(new ZendeskTags(tags), ZendeskJson.Default.ZendeskTags));
        return request;
    }

    private static HttpRequestMessage Request(HttpMethod method, NotePlace place, string part)
    {
        var ticket = place.Conversation.Id;
        if (!ZendeskPlatform.IsNumber(ticket))
        {
            throw new PlatformRefusedException("Zendesk's tickets have numbers, and this one has none.");
        }

        var root = place.Address.GetLeftPart(UriPartial.Path).TrimEnd('/');
        var request = new HttpRequestMessage(method, new Uri($"{root}/api/v2/tickets/{ticket}{part}"));
        var access = Encoding.UTF8.GetBytes($"{place.Account.OutletUser}/token:{place.Secret}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(access));
        return request;
    }

    private static ByteArrayContent Json(byte[] body) => new(body)
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
    };
}

/// <summary>A change of a ticket.</summary>
internal sealed record ZendeskTicketUpdate(ZendeskTicketChange Ticket);

/// <summary>What changes.</summary>
internal sealed record ZendeskTicketChange
{
    /// <summary>A comment to add.</summary>
    public ZendeskNewComment? Comment { get; init; }

    /// <summary>The group that the ticket goes to.</summary>
    public long? GroupId { get; init; }

    /// <summary>The agent whom it goes to, a member of the group.</summary>
    public long? AssigneeId { get; init; }
}

/// <summary>A comment; one that is not public is an internal note.</summary>
internal sealed record ZendeskNewComment(string HtmlBody, bool Public);

/// <summary>Tags to add.</summary>
internal sealed record ZendeskTags(IReadOnlyList<string> Tags);

/// <summary>How calls are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ZendeskTicketUpdate))]
[JsonSerializable(typeof(ZendeskTags))]
internal sealed partial class ZendeskJson : JsonSerializerContext;
